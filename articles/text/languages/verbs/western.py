"""Verbs of speech and of calling in English, French, German, Spanish and Swedish.

A family has its endings first, then its stems; a star among the endings stands for the stem, "_" for no ending. Forms
that are as often a common noun are left out: beside a quotation their place tells what they are.
"""

from collections.abc import Mapping

Families = Mapping[str, tuple[tuple[str, str], ...]]

_EN_NOUN = "ed"
_FR = "é ée és e ent ait aient a èrent ant"
_FR_NOUN = "é ée ait aient a èrent ant"
_FR_IR = "i it issait issent"
GERMAN = "te ten t en n"
_DE_SOFT = "ete eten et"
_ES = "ó a aron an aba aban ando ado"
SWEDISH = "ar ade at"
_SV_ER = "er te t"
_SV_DER = "er de t"

SPEECH: Families = {
    "en": (
        (
            "_",
            "said says say told tells tell wrote writes write replied replies read reads asked asks ask began "
            "admits admitted quips quipped begged pleaded swore swears sobbed thinks vows deadpanned stutters "
            "testified testifies clarified clarifies cried notes states claimed believes believed jokes believe add "
            "argue joked answers stated vowed understands understood foresees foresaw foretold penned prayed bragged "
            "brags specified specifies prophesied prophesies blurts blurted sums summed sings sang "
            "felt feels hinted hints blogged recommends recommended forecast forecasts thinks thought",
        ),
        (
            "s ed",
            "add explain insist warn shout whisper confirm suggest recall yell complain interject exclaim mutter "
            "assert contend reason reckon respond reveal recount affirm lament proclaim retort mumble confess "
            "maintain volunteer stammer stress murmur profess squeal holler rasp drawl gasp hiss snarl sneer scoff "
            "sniff snort chortle expound counsel reaffirm beseech surmise attest instruct inform "
            "grouch exult harrumph recollect remember remind comment predict object protest counter report "
            "groan moan growl bemoan underlin accept guess speculat wonder fear",
        ),
        (
            "s d",
            "announce argue declare acknowledge observe pledge concede muse emphasise emphasize urge agree continue "
            "reiterate conclude confide disclose opine advise gripe grumble elaborate enthuse fume wheeze whine "
            "theorise theorize intone rationalise reminisce implore summarise summarize underscore underline "
            "hypothesise hypothesize assure reassure decree inquire enquire surmise speculate intimate fantasise",
        ),
        (
            _EN_NOUN,
            "answer remark report comment counter predict protest object boast laugh sigh caution demand snap moan "
            "groan growl bark roar bellow thunder scream shriek repeat tweet post email text respond object chant "
            "sob echo reflect gush rant recit question query crow rejoin wonder fear caution",
        ),
        ("d", "note promise joke chuckle propose tease gloat giggle estimate guarantee grouse"),
    ),
    "fr": (
        (
            "_",
            "dit disent disait disaient dirent écrit écrivent écrivait écrivit répondu répond répondent répondait "
            "répondit promis promet promettait admis admet admettait reconnu reconnaît reconnaissait conclu conclut "
            "concluait averti avertit avertissait prévenu prévient prévenait poursuivi poursuit poursuivait soutenu "
            "soutient soutenait convenu convient souvenu souvient souvenait sourit souri rit repris reprend "
            "reprenait réagi réagit réagissait renchéri renchérit renchérissait réjouit réjoui demande lance "
            "réplique indigne note annonce prédit gémit gémi rugit rugi défend défendu croit croyait pense pensait "
            "sait trouve trouvait redit redisait contredit décrit résout plaint plaignait maintient maintenait "
            "maintenu prétexte interroge interrogeait craint feint dément tient voit prévoit prévoyait tait "
            "réfléchit réfléchissait garantit garanti glapit hurle crie chante vocifère",
        ),
        (
            _FR,
            "déclar affirm ajout expliqu assur indiqu soulign précis estim confi rappel regrett insist racont "
            "témoign résum constat comment plaid observ rétorqu murmur cri ironis exclam lâch justifi détaill "
            "soupir jur gliss chuchot grogn bougonn maugré marmonn pest martel nuanc révél suggér réitér "
            "concéd clam proclam déplor conseill implor argument rassur indign étonn alarm inquiét agac enthousiasm "
            "amus insurg félicit désol fulmin tempêt philosoph relativis enchaîn complét analys tweet avou confess "
            "rican plaisant badin raill considér répét assén signal enrag emport énerv défend rectifi résum martel "
            "salu tranch énonc élud minimis tempér pronostiqu ambitionn spécifi mention stipul diagnostiqu écri "
            "exaspér agac lament offusqu vant affol hasard articul bredouill balbuti sanglot grinc persifl goguenard "
            "ânonn décrypt illustr développ théoris précon préconis recommand supplia not récapitul développ "
            "corrobor concord approuv acquiesc objet contest tonitru fanfaronn trépign résign flatt "
            "étrangl publi relat narr rapport évoqu confirm postul dédramatis éclair",
        ),
        (
            "e ent",
            "rappell martèl révèl suggèr réitèr concèd répèt considèr assèn inquièt complèt tempèr exaspèr préfèr "
            "espèr modèr s’inquièt",
        ),
        (_FR_NOUN, "lanc demand annonc not remarqu répliqu reproch tonn espér préfér modér"),
        (_FR_IR, "réag avert réfléch"),
    ),
    "de": (
        (
            "_",
            "sagt sagte sagten sagen gesagt meint meinte meinten schrieb schreibt schrieben geschrieben rief riefen "
            "ruft sprach spricht versprach verspricht bat bittet gestand gesteht bekannte bekennt unterstrich "
            "unterstreicht schwor schwört befand befindet teilte teilten fügte fügt hinzufügte mitteilte mitteilten "
            "mitgeteilt kündigte kündigt ankündigte räumte gab zufolge ausdrückte freute geäußert erinnert "
            "erinnerte schrie schreit lobte findet fand fanden denkt dachte dachten glaubt glaubte "
            "glaubten vermutet vermutete hofft hoffte räumt freut ärgert ärgerte bedankt bedankte zeigte "
            "empört empörte wundert wunderte fürchtet fürchtete befürchtet "
            "befürchtete beschwerte beschwert beschied rät riet empfiehlt empfahl schließt schloss verriet verrät "
            "beschreibt beschrieb beschwor beschwört erwog spricht überlegte überlegt ermunterte ermuntert",
        ),
        (
            GERMAN,
            "erklär beton frag warn mahn forder kritisier versicher ergänz erwider erzähl erläuter bekräftig äußer "
            "bedauer klag resümier formulier kommentier scherz seufz murmel brumm knurr raun flüster brüll schimpf "
            "polter witzel spotte schwärm fluch bemerk schilder wiederhol präzisier monier bemängel beklag beteuer "
            "bestätig appellier plädier argumentier prognostizier prophezei konstatier konter twitter bilanzier "
            "verteidig urteil folger sinnier philosophier jammer stöhn jubel frohlock reagier dräng rechtfertig "
            "signalisier frotzel korrigier stammel verdeutlich diagnostizier zitier motzt grummel flachs feix "
            "kalauer wetter zeter giftet ätz höhn lästert triumphier schluchz wimmer hauch stotter keif blaff "
            "schnaub fauch zisch unk orakel mutmaß spekulier schätz analysier differenzier relativier dozier "
            "referier rekapitulier informier unterricht ermahn beruhig beschwichtig tröst gratulier verlang "
            "kondolier antwort bekunde deklarier postulier skizzier träum befind mein tönt trommel posaun "
            "moser nörgel maul mecker schmeichel hoff entrüste grübel ruf",
        ),
        (_DE_SOFT, "antwort bericht meld verkünd entgegn spott bekund vermut gift läst behaupt befürcht"),
    ),
    "es": (
        (
            "_",
            "dijo dijeron dice dicen decía decían dicho escribió escribe sostuvo sostuvieron sostiene sostienen "
            "advierte advierten cuenta cuentan recuerda recuerdan reconoce contesta pide piden pidió pidieron "
            "concluyó concluye concluyeron manifiesta manifiestan prosigue prosiguió repite repitió sonríe sonrió "
            "rió sugiere sugirió ruega asintió arguyó recoge reza mantuvo mantiene confiesa exige exigió ríe "
            "prosiguen insiste lanza grita avisa cree creía creen sabe prevé predijo propuso "
            "propone contradijo arguye concede concedió reitera sentía siente sintió sueña teme temía espera "
            "describe describió gime gimió gruñe gruñó riñe transmitió transmite rebate rebatió tuiteó tuitea "
            "interviene intervino tercia terció bromeó bromea tranquilizó tranquiliza agradeció agradece celebra "
            "celebró",
        ),
        (
            _ES,
            "afirm declar asegur señal subray indic pregunt coment apunt relat lament destac recalc agreg precis "
            "matiz expres zanj reiter replic contest exclam detall opin formul brome tuite remarc ratific explic "
            "argument resalt enfatiz puntualiz aclar susurr murmur espet sentenci proclam inform ironiz aventur "
            "vaticin pronostic justific especific apostill inquir mascull refunfuñ clam bram suspir confi sincer "
            "queix quej felicit indign remat explay rememor suplic implor invoc corrobor esgrim evoc not "
            "balbuce tartamude vocifer chill aull solloz llorique rezong musit farfull razon diagnostic "
            "teoriz filosof reflexion medit consider estim calcul conjetur alarde fanfarrone jact "
            "ironiz solivi bromeó augur narr dict resum document determin postul verific rectific "
            "reafirm desahog excus desvel revel",
        ),
        (
            "ó aron aba aban ando",
            "manifest cont record confes avis anunci grit celebr denunci alert lanz rog jur not adelant solt reclam "
            "protest critic aport",
        ),
        ("ió e ieron en ía ían iendo ido", "añad respond insist admit promet defend resum coincid reconoc advert"),
        ("irtió irtieron irtiendo", "adv"),
    ),
    "sv": (
        (
            "_",
            "sade sa säger sagt tillade tillägger skriver skrev menar menade uppger uppgav anser ansåg minns mindes "
            "medger medgav fortsätter fortsatte erkänner erkände framhåller framhöll understryker underströk "
            "utbrister utbrast skrek skriker inleder inledde ber bad tycker tyckte upplyser upplyste fräser fräste "
            "väser väste bedömer bedömde tröstar säges påstår påstod hälsar uttryckte uttrycker utropade skrattar "
            "ler suckar tror trodde vet visste hoppas hoppades undrar undrade förutspår förutspådde förutser "
            "spådde vidhåller vidhöll invänder invände fastslår fastslog föreslår föreslog "
            "säger bönfaller bönföll svär svor beskriver beskrev känner kände upplever upplevde antyder antydde "
            "avger tvekar utlovar utlovade fastställer beklagar beklagade fastslår resonerade ryter röt gråter grät "
            "sjunger sjöng läser läste utlåter vrålar gapar stönar gnäller gnällde muttrade fnissar fnyser "
            "fnös flinar flinade varnade",
        ),
        (
            SWEDISH,
            "berätt förklar svar fråg undr konstater beton varn kommenter lov bekräft rop sammanfatt formuler skoj "
            "skämt upprep påpek hävd inflik resoner argumenter poängter signaler meddel klag suck visk muml muttr "
            "dundr vrål intyg försäkr garanter förtydlig preciser twittr uppman vädj befar jubl replik kontr avslut "
            "avslöj protester summer mejl rapporter informer motiver morr raljer ironiser filosofer funder gissan "
            "analyser redogör förkunn deklarer proklamer predik spekuler prognosticer kritiser spekuler gratuler "
            "tack ursäkt bekänn förman råd instämm tvek stamm snyft kvid jämr kvittr blogg post annonser notera "
            "klarläg klargör summer åberop relater diskuter önsk längt bekymr oro erinr utvärder gläd",
        ),
        (_SV_ER, "tyck åtek inled utryck"),
        (_SV_DER, "bedöm klargör redogör"),
    ),
}

NAMING: Families = {
    "en": (
        (
            "_",
            "apologised apologises apologized apologizes called calls calling branded branding labelled labelling "
            "labeled labels hailed hails hailing slammed "
            "slams condemned condemns deemed deems spoke speaks spoken talked talks decried decries likened likens "
            "sees saw hoped hopes warned thanked thanks alluded alludes referred refers complained lashed railed "
            "raged raved mourned mourns foresees felt feels derided derides chided chides bewailed bewails "
            "pointed points rued bragged boasted expressed expresses voiced voices gushed swore "
            "wished wishes",
        ),
        (
            "d s",
            "describe denounce praise compare characterise characterize criticise criticize ridicule welcome blame "
            "cite invoke evoke define lampoon caricature promise deplore rebuke salute celebrate encourage curse "
            "applaude berate castigate excoriate chastise lambaste challenge urge pledge predict recognise recognize "
            "satirise paraphrase advocate deride chide guarantee demonise idolise",
        ),
        ("_", "describing denouncing dismissing dismisses"),
        (
            "s ed",
            "lament bemoan commend credit applaud extoll scold admonish demand predict depict portray deplor mourn "
            "greet congratulat lambast boast herald",
        ),
        ("ed", "dismiss laud tout mock attack term blast regard view trumpet dubb scorn slat savag sum pann demand"),
    ),
    "fr": (
        (
            "_",
            "parlé parle parlent parlait voit voient voyait décrit décrivait dépeint craint craignait prône "
            "appelle appellent appelait appelé rejette rejettent balaie balaye trouve trouvait espère "
            "redoute qualifiant dénonçant craignent loue promet promis promettent promettait définit définissait "
            "applaudi applaudit applaudissait maudit vilipende conspue souhaite souhaitait prévoit rêve rêvait "
            "promettant loue remercié remercie remerciait défend défendait défendu vu écrit décrits",
        ),
        (
            "é e ent ait aient",
            "excus qualifi trait dénonc salu compar évoqu fustig regrett déplor réclam exig vant plaid point relev "
            "relèv "
            "critiqu assimil jug considèr considér condamn lou redout réfut raill moqu récus célébr stigmatis vilipend "
            "brocard égratign étrill tacl tanc blâm encens félicit remerci invoqu dépeint annonc revendiqu préconis "
            "assum rédout nomm surnomm cit lament tonn taxe peign incrimin imput attaqu ironis insist",
        ),
        ("èbre èbrent", "cél"),
    ),
    "de": (
        (
            "_",
            "bezeichnete bezeichnet bezeichneten nannte nennt nannten genannt beschrieb beschreibt beschrieben "
            "verglich vergleicht verglichen sprach spricht sprechen sprachen gesprochen sieht sah sehen wertete "
            "wertet hofft hoffte empfindet empfand hält hielt geißelt geißelte prangerte prangert wies weist "
            "verwarf bezeichnend dankte dankt bedankte bedankt würdigte würdigt würdigten rühmte rühmt pries preist "
            "verspricht versprach beschwor beschwört erwartet erwartete fürchtet fürchtete befürchtet befürchtete "
            "vermisst vermisste beklagte versprachen findet fand titulierte tituliert charakterisierte "
            "charakterisiert schalt schilt rügte rief ruft wünscht wünschte wittert witterte ortet empörte "
            "rechnet rechnete bittet bat baten attestiert attestierte bescheinigt bescheinigte begründete "
            "begründet feierte feiert",
        ),
        (
            GERMAN,
            "verurteil kritisier lob tadel beklag rüg forder verlang geißel attackier brandmark diffamier beschimpf "
            "verspott verhöhn begrüß ehr schmäh beschuldig moniert bemängel definier "
            "propagier umschreib karikier schilder befürwort",
        ),
    ),
    "es": (
        (
            _ES,
            "disculp calific tild denunci compar alab elogi habl llam critic alert lament reclam consider atac culp "
            "achac conden mencion burl censur tach ensalz aplaud ironiz invoc reproch cuestion "
            "describ caracteriz catalog equipar denost vapule fustig ridiculiz repudi execr deplor abog "
            "clam inst anim proclam retrat plante",
        ),
        (
            "_",
            "tachó tacha tachan describió describe definió define ve ven exige exigió temió teme cree espera pidió "
            "pide vio advierte arremetió arremete cargó carga refirió refiere aplaudió aplaude prometió promete "
            "siente sintió mostró muestra agradeció agradece recuerda recordó maldijo bendijo defendió defiende "
            "reivindicó reivindica pintó pinta auguró vaticinó apostó apuesta sueña soñaba apeló apela "
            "desmereció",
        ),
    ),
    "sv": (
        (
            "_",
            "beskriver beskrev såg kräver krävde dömer dömde berömmer berömde skyller skyllde hyllar hyllade "
            "sågar sågade prisar prisade utlovar utlovade efterlyser efterlyste befarar befarade spådde "
            "förutspår förutspådde fruktar fruktade önskar önskade karaktäriserar karakteriserade betraktar "
            "betraktade lovordar lovordade betecknar jämför jämförde beklagar beklagade talar talade pratar "
            "pratade hoppas hoppades tackar tackade uttrycker uttryckte känner kände upplever upplevde "
            "hånar hånade anger angav åberopar åberopade välkomnar välkomnade",
        ),
        (SWEDISH, "kall beteckn likn tal varn kritiser avfärd efterlys tack förlöjlig fördöm utmål kritiser klandr"),
    ),
}

# Several words that do what a verb of calling does; what a look ahead asks for stands somewhere behind them.
PHRASES: Mapping[str, str] = {
    "en": r"pa(?:ys|y|id) (?:\w+ )?tribute to|(?:took|takes) (?:aim|issue|exception)|(?:gave|gives) thanks|"
    r"(?:made|makes) (?:it )?clear|(?:hits?|fire[sd]|shot|shoots|lashe[sd]|spoke|speaks|called) (?:back|out)|"
    r"(?:pour(?:s|ed)) (?:scorn|cold water)|(?:drew|draws) attention to|raise[sd] (?:concerns?|the alarm)|"
    r"puts? (?:it|this|that) down to|call(?:s|ed)? (?:for|on)|(?:reject(?:ed|s)|dismiss(?:ed|es)|"
    r"rebuffed)(?= [^.,:]{2,60} as (?:an? |the )?$)",
    "fr": r"(?:s[’']est|se) (?:dit|déclaré|montré|montre|déclare|félicit|réjoui)e?s?(?! (?:pas|que))|"
    r"s[’']en (?:est prise?|prend)|(?:rend|rendu) (?:un )?(?:\w+ )?hommage|(?:mis|met) en (?:garde|cause|avant)|"
    r"(?:fait|faisait) (?:état|part|valoir)|pointée? (?:du doigt)?|tirée? la sonnette d[’']alarme|appelée? à",
    "de": r"stell(?:t|te|ten)(?= (?:\S+ ){0,6}?klar\b)|räum(?:t|te)(?= (?:\S+ ){0,6}?ein\b)|legte?(?= nach\b| dar\b)|"
    r"(?:zeigt|zeigte|gab|gibt) sich|übte? (?:\w+ )?Kritik|(?:wandte|wendete|wendet) (?:\w+ )?ein\b|"
    r"(?:wies|weist)(?= [^.:,]{2,60} als $)|(?:ging|geht)(?= [^.:]{2,60} ins Gericht)|(?:sprach|"
    r"spricht) sich (?:für|gegen)",
    "es": r"(?:(?<=\bse )|\bse )(?:mostró|muestra|declaró|declara|confesó|confiesa|manifestó|refirió|refiere|quejó|"
    r"queja|burló|burla|pronunció|congratuló|definió)|(?:rindió|rinde|rendido) (?:\w+ )?homenaje|"
    r"(?:puso|pone) (?:el foco|el acento)|(?:hizo|hace) (?:hincapié|un llamamiento|referencia)|"
    r"(?:cargó|carga|arremetió|arremete) contra|(?:dio|da) las gracias|(?:pidió|pide) (?:disculpas|perdón)|"
    r"(?:dejó|deja) claro|(?:apuntó|apunta) a|(?:instó|insta|animó|anima) a|(?:echó|echa) en cara|"
    r"(?:recuerda|recordó)(?= como )",
    "sv": r"(?:slår|slog) (?:fast|tillbaka)|riktade?r? (?:\w+ )?(?:kritik|ett tack)|(?:går|"
    r"gick) till (?:\w+ )?(?:angrepp|"
    r"attack)|(?:säger|sade|sa) sig|(?:tar|tog) avstånd|pekade?r? på|(?:ger|gav) uttryck|(?:gör|gjorde) klart|"
    r"(?:lyfter|lyfte) fram|(?:ser|såg)(?= [^.:]{1,80} som $)",
}
