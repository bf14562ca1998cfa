"""Words by which a firm, an authority, a paper, a team or a ship is told from a person."""

import re

from articles.text.quotes.words.tables import words_in

# A common noun before a capitalised word, or the first word of one, that makes it a body's or a thing's name.
BODY_NOUNS = words_in(
    "ministry department agency council union bank university police office commission committee party army court",
    "government institute association federation society foundation company firm group board authority service bureau",
    "administration embassy parliament club team band orchestra charity organisation organization nonprofit startup",
    "start-up retailer supplier carrier airline broadcaster newspaper magazine publisher producer manufacturer brewer",
    "brewery maker operator developer insurer lender utility builder chain platform network consortium partnership",
    "hospital clinic school college museum gallery theatre theater festival church parish trust fund think-tank tank",
    "watchdog regulator ombudsman tribunal inquiry panel taskforce coalition alliance movement campaign",
    "lobby syndicate",
    "cooperative co-operative studio label circus zoo station channel website app site blog paper daily weekly tabloid",
    "ferry ship yacht trawler liner vessel film movie series novel book play musical song album opera",
    "street road avenue",
    "square bridge river lake mount island village town city county district region province state hotel",
    "restaurant pub",
    "café bar shop store mall stadium arena airport port harbour harbor brand product software model rocket satellite",
    "storm hurricane horse dog cat line railroad railway giant unit arm outfit body shipyard brewer",
    "distillery landlord",
    "association organisation syndicat entreprise société compagnie groupe agence mairie préfecture",
    "ministère fondation",
    "fédération parti collectif institut université banque assureur opérateur fournisseur exploitant transporteur",
    "distributeur constructeur fabricant éditeur club équipe orchestre chaîne quotidien hebdomadaire mensuel magazine",
    "journal site tribunal cour parquet hôpital clinique école lycée collège musée théâtre festival commune ville",
    "village région département comité conseil bureau office observatoire réseau plateforme start-up enseigne marque",
    "bailleur promoteur ong coopérative mutuelle régie usine film roman livre chanson album pièce série navire bateau",
    "ferry paquebot rue avenue boulevard place pont quartier hôtel restaurant café bar stade aéroport",
    "port gare tempête",
    "cabinet confédération ligue conglomérat laboratoire",
    "verein verband firma unternehmen konzern gesellschaft gewerkschaft partei stiftung behörde amt ministerium",
    "landratsamt rathaus universität hochschule institut bank sparkasse versicherung versicherer betreiber hersteller",
    "anbieter versorger netzbetreiber energieversorger verlag zeitung zeitschrift magazin sender portal blatt gericht",
    "landgericht amtsgericht klinik klinikum krankenhaus schule museum theater festival gemeinde stadt kreis landkreis",
    "bündnis initiative bürgerinitiative organisation hilfsorganisation umweltverband kammer innung genossenschaft",
    "fähre schiff film roman buch lied oper serie straße allee platz brücke hotel gasthaus restaurant",
    "stadion flughafen",
    "hafen bahnhof band mannschaft klub reederei werft brauerei kanzlei agentur kette marke plattform fraktion",
    "organización asociación sindicato empresa compañía sociedad grupo agencia ayuntamiento diputación ministerio",
    "fundación federación partido colectivo instituto universidad banco aseguradora operadora distribuidora eléctrica",
    "constructora promotora fabricante editorial club equipo orquesta cadena diario semanario revista periódico portal",
    "tribunal juzgado audiencia fiscalía hospital clínica escuela colegio museo teatro festival",
    "municipio ciudad pueblo",
    "región provincia comité consejo oficina observatorio red plataforma firma marca cooperativa ong naviera aerolínea",
    "película novela libro canción serie buque barco calle avenida plaza puente barrio hotel restaurante bar estadio",
    "aeropuerto puerto estación consultora patronal coalición tabacalera petrolera tecnológica consistorio gobierno",
    "junta gobierno comisión concesionaria",
    "organisationen föreningen facket förbundet företaget bolaget koncernen gruppen myndigheten verket",
    "kommunen regionen",
    "ministeriet departementet stiftelsen partiet kollektivet institutet universitetet högskolan banken",
    "försäkringsbolaget",
    "operatören leverantören tillverkaren förlaget klubben laget orkestern kedjan tidningen veckotidningen magasinet",
    "sajten domstolen tingsrätten hovrätten sjukhuset kliniken skolan museet teatern festivalen staden byn elbolaget",
    "energibolaget byggbolaget rederiet flygbolaget tågbolaget kooperativet filmen romanen boken låten albumet pjäsen",
    "serien fartyget färjan båten gatan vägen torget bron hotellet restaurangen baren arenan flygplatsen hamnen",
    "varumärket plattformen byrån nämnden styrelsen rådet kyrkan polisen åklagarmyndigheten branschorganisationen",
    "intresseorganisationen hjälporganisationen miljöorganisationen medieföretaget",
)

# German nouns of bodies, which stand capitalised in one run with the name: Netzbetreiber Energie Brinkum.
BODY_COMPOUNDS = re.compile(
    r"[^\W\d_]*(?:betreiber|anbieter|versorger|hersteller|unternehmen|verband|verein|konzern|gesellschaft|gewerkschaft|"
    r"behörde|agentur|initiative|ministerium|stiftung|firma|reederei|werft|brauerei|partei|bündnis|kanzlei)",
)

# A name with one of these behind it is a body's: Parent Watch, Rill Rovers, Bright Sands Leisure.
BODY_LAST = words_in(
    "watch action aid relief rights network forum campaign concern initiative project records studios pictures homes",
    "entertainment hotels pharma insurance financial ventures shipping marine construction builders housing estates",
    "properties dairy farms brewing rangers united rovers wanderers athletic albion foundation press",
    "broadcasting radio",
    "tv television online digital express research analytics technologies industries engineering international global",
    "consulting associates brothers sons charity hospice collective cooperative confederation congregation brigade",
    "énergies énergie transports logistique habitat assurances services industries distribution éditions productions",
    "énergía energía seguros servicios distribuciones construcciones inmobiliaria motor editorial producciones hierros",
    "energie bau versicherung verlag touristik immobilien technik systeme film musik energi fastigheter trafik bygg",
)

# Firms, bodies and services whose name is one word or few, as papers of any country write them.
KNOWN_BODIES = words_in(
    "unesco unicef interpol europol frontex eurostat nato opec greenpeace amnesty oxfam wwf peta attac caritas unhcr",
    "google alphabet microsoft apple amazon facebook meta instagram whatsapp twitter x tiktok youtube netflix spotify",
    "disney paramount nintendo samsung huawei xiaomi nokia ericsson siemens  philips ibm intel nvidia oracle sap",
    "openai anthropic spacex tesla uber lyft airbnb  paypal visa mastercard ebay zalando shein temu alibaba",
    "volkswagen bmw audi porsche  daimler opel volvo saab scania renault peugeot citroën stellantis fiat ",
    " toyota honda nissan hyundai   boeing airbus embraer ryanair easyjet lufthansa finnair iberia vueling",
    "eurowings  alstom sncf ratp renfe sj eurostar flixbus deutschlandtakt talgo maersk msc",
    "ikea zara inditex mango primark asos adidas nike puma decathlon carrefour auchan leclerc lidl aldi rewe edeka",
    "mercadona ica coop walmart tesco sainsbury’s asda waitrose unilever nestlé danone lactalis heineken carlsberg",
    "telefónica vodafone orange telia telenor telekom swisscom iberdrola endesa naturgy repsol",
    "vattenfall fortum eon rwe",
    "enbw edf engie totalenergies shell bp exxonmobil chevron equinor enel gazprom rosneft lukoil uniper tennet",
    "bayer basf  pfizer biontech moderna astrazeneca novartis  sanofi novo boehringer glaxosmithkline",
    "santander bbva caixabank commerzbank hsbc barclays lloyds natwest citigroup goldman blackrock klarna swedbank",
    "nordea handelsbanken bundesbank riksbanken ecb ezb fed ofcom ofgem ofsted cnil bafin brexit",
    "afp dpa reuters tass tt efe bloomberg aftonbladet expressen bbc cnn zdf ard orf srf svt tve rtve",
    "riksdagen regeringen svenskt skatteverket trafikverket polisen säkerhetspolisen",
    "folkhälsomyndigheten länsstyrelsen",
    "vatikan vatican kreml kremlin élysée matignon bercy moncloa zarzuela downing westminster whitehall pentagon",
    "berlin paris madrid london washington moskau brüssel bruxelles bruselas bryssel  bern stockholm oslo kiew",
    "deutschland frankreich spanien england schweden russland china  polen usa ukraine europa iran",
    "allemagne france espagne angleterre suède russie chine pologne ukraine europe alemania francia españa inglaterra",
    "suecia rusia polonia ucrania tyskland frankrike sverige ryssland kina ryanairs caritasverband diakonie misereor",
    "verdi ver.di dgb cgt cfdt ugt ccoo lo tco saco medef ceoe adac vdk nabu bund foodwatch attac fifa uefa ioc fia",
)

# Endings of firms' made-up names.
BODY_SHAPES = re.compile(
    r"[^\W\d_]{2,}(?:corp|tech|soft|pharma|energie|energi|energy|trafik|verket|bolaget|förbundet|föreningen|verband|"
    r"verein|werke|gruppe|group|media|telecom|mobil|invest|finanz|consult|systems|holding|myndigheten|styrelsen|nämnden|"
    r"inspektionen|klubben|laget|banken|bladet|tidningen)",
)

# Words in the names of papers, agencies, stations and programmes: “Der Spiegel”, « Le Monde », ”Dagens Nyheter”.
_PAPER = re.compile(
    r"[^\W\d_]*(?:zeitung|blatt|blätter|anzeiger|kurier|nachrichten|rundschau|presse|post|spiegels?|merkur|bladet|"
    r"tidningen|tidning|posten|kuriren|dagblad|expressen|courant)|"
    r"allgemeinen?|bote|bild|welt|stern|focus|kicker|tagesschau|monitor|echo|"
    r"courrier|monde|figaro|parisien|progrès|croix|libération|voix|échos?|dépêche|gazette|journal|républicain|télégramme|"
    r"tribune|humanité|matin|soir|express|équipe|canard|mediapart|nouvelliste|"
    r"times|guardian|herald|mail|telegraph|observer|chronicle|standard|mirror|independent|examiner|"
    r"inquirer|sentinel|globe|economist|spectator|bugle|courier|argus|mercury|weekly|daily|"
    r"país|mundo|diario|diari|heraldo|vanguardia|periódico|confidencial|correo|noticias|faro|voz|"
    r"nyheter|allehanda|rapport|aktuellt|ekot",
    re.IGNORECASE,
)
_LONGEST_TITLE = 5  # words of a paper's name
_SMALL = words_in("der die das den dem des le la les l the el los las de du del di von och und y et of und d’", "l’")

# Groups of people, named by one word without an article, as German and Swedish do.
GROUPS = words_in(
    "zeugen anwohner nachbarn kunden eltern schüler ärzte pflegekräfte bewohner angehörige freunde kollegen fans",
    "anhänger gegner befürworter beobachter analysten ökonomen juristen historiker wissenschaftler",
    "mediziner polizisten",
    "soldaten beamte politiker abgeordnete minister demonstranten aktivisten veranstalter organisatoren betreiber",
    "hersteller vertreter mitarbeiter beschäftigte arbeiter landwirte unternehmer manager investoren anleger firmen",
    "unternehmen verbände gewerkschaften parteien medien zeitungen berichte quellen insider ermittler",
    "anwälte verteidiger",
    "staatsanwälte oppositionelle bürger einwohner fahrgäste passagiere pendler touristen urlauber gäste besucher",
    "zuschauer leser hörer nutzer verbraucher mieter vermieter spieler trainer umweltschützer",
    "tierschützer datenschützer",
    "forscher experten kritiker behörden diplomaten wer wen jemand niemand einer eine viele manche einige andere alle",
    "experter kritiker forskare bedömare analytiker grannar boende vittnen föräldrar elever lärare läkare poliser",
    "politiker aktivister arrangörer företag fack myndigheter källor medier tidningar användare kunder resenärer",
    "pendlare turister besökare anhöriga vänner kollegor jurister ekonomer utredare åklagare advokater soldater många",
    "några andra alla ingen någon vem fler flera grannen föraren mannen kvinnan",
    "neighbours neighbors residents locals critics experts analysts observers officials sources insiders investigators",
    "detectives lawyers prosecutors campaigners activists organisers organizers supporters opponents fans customers",
    "passengers commuters drivers nurses doctors teachers parents pupils students scientists researchers economists",
    "historians farmers fishermen shopkeepers traders investors shareholders ministers lawmakers mps councillors",
    "bosses workers staff managers players police firefighters paramedics witnesses survivors relatives friends",
    "colleagues readers viewers users who whoever somebody someone nobody anyone others many some most none few both",
    "vecinos expertos críticos fuentes testigos padres alumnos médicos enfermeras agricultores ganaderos sindicatos",
    "empresarios inversores usuarios clientes viajeros turistas ecologistas quien quienes alguien nadie muchos algunos",
    "riverains experts critiques sources témoins parents élèves médecins infirmières agriculteurs syndicats usagers",
    "clients voyageurs touristes écologistes qui quiconque personne certains beaucoup d’autres",
)


def is_body(word: str) -> bool:
    """Whether a single capitalised word, in small letters here, is known for a body or has the shape of a firm's."""
    return word in KNOWN_BODIES or BODY_SHAPES.fullmatch(word) is not None


def is_a_paper(words: list[str]) -> bool:
    """Whether words in marks are the name of a paper, a station or a programme."""
    if not 1 <= len(words) <= _LONGEST_TITLE or not all(word[0].isupper() or word in _SMALL for word in words):
        return False
    return any(_PAPER.fullmatch(word) for word in words)
