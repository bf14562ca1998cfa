"""What web pages put around stories, in many languages: buttons, invitations, cookies, lists of other stories."""

from articles.text.instructions.patterns import one_of

# Lines that are furniture as a whole: small letters, without punctuation, hyphens as spaces.
WHOLE = one_of(
    r"""
    (?:enter )?your e ?mail(?: address)?.{0,20}|e ?mail address|sign up now|(?:show|hide|toggle|view) caption|\
      enlarge (?:this )?image
    (?:play|watch|pause|mute|unmute|stop)(?: the)? (?:video|audio|podcast)|full ?screen|listen \d+ min\w*|read aloud
    text size|aa|a a a?
    \d+ (?:likes?|shares?|views?|reads?|replies|reactions?)|\d+ (?:hours?|hrs?|minutes?|mins?|days?|weeks?) ago
    (?:like|reply|report|flag|upvote|downvote)(?: \d+)?
    (?:like|reply|share)(?: (?:reply|share|report))+|print this (?:page|article|story)
    e ?mail (?:this|a friend|the author)
    (?:load|show|see|view|read|get|find) (?:more|all)(?: (?:stories|articles|news|comments|posts|videos|results))?
    next up|up next
    (?:already (?:a|an)|become a|for) (?:subscribers?|members?|supporters?)(?: only| sign in| log ?in)?
    (?:create|get) (?:an?|a free|your free) account
    subscribe to (?:continue|keep|read|unlock|our).{0,40}|subscriber (?:only|exclusive)|members only
    unlock (?:this|full) .{2,20}
    you have \d+ (?:free )?(?:articles?|stories) .{2,30}|(?:give|send) (?:as )?(?:a )?gift
    support our (?:work|journalism|newsroom)
    (?:send|submit|got|have) (?:us )?(?:a |your )?(?:news |story )?tips?|suggest a correction
    report a (?:correction|typo|problem)
    (?:our )?(?:editorial|ethics) (?:standards|policy|guidelines)|accessibility(?: statement| help)?|site ?map
    advertise with us|careers
    do not sell.{0,40}|ad ?choices|your (?:privacy|ad) (?:choices|preferences)
    (?:powered|recommended|promoted) by .{2,25}
    (?:from|more from) (?:our partners?|around the web|the web)|around the web|promoted (?:links|stories)
    sponsored (?:stories|links|by .{2,25})
    (?:people|readers) (?:also|are also) (?:read|reading|liked|viewed)|you might (?:be interested in|have missed)
    dont miss|in case you missed it
    (?:most|more) (?:shared|discussed|commented|recent|watched)|popular (?:now|stories|articles|posts|on .{2,20})
    (?:latest|recent) (?:stories|articles|posts|videos?|comments)
    (?:share|post) (?:to|via|by|with) .{2,20}|follow (?:the )?topics?.{0,20}
    get (?:alerts|updates|notifications).{0,25}|turn on notifications
    add to (?:reading list|saved|favou?rites)|read later|my (?:saved )?(?:stories|articles|list)
    weather (?:alert|forecast).{0,20}|live (?:radar|tv|stream|blog)
    (?:todays )?(?:e ?edition|e ?paper|print edition)|obituaries|classifieds|crossword|puzzles
    (?:this )?(?:article|story) (?:is |was )?(?:available|reserved|free) .{2,40}|skip (?:past|over) .{2,40}
    after newsletter promotion|(?:a )?message from (?:our|the) (?:sponsor|partner|advertiser)s?
    restacks?|discussion about this post|thanks for (?:reading|subscribing|sharing).{0,20}|no comments(?: yet)?
    ready for more|type your e ?mail
        scroll for next|scroll (?:down|to continue(?: with content)?)|(?:next|previous) (?:story|article)
    skip (?:to|ad)\b.{0,30}
    (?:read|see|show|load) (?:more|less|all|full (?:story|article))|continue reading|keep reading
    view (?:all )?comments|more
    advertisements?(?: continue reading below)?|sponsored(?: content)?|paid (?:content|post)|ad|ad feedback|promoted
    (?:story|article) continues below(?: advertisement)?|remove ads
    share(?: this)?(?: story| article| post| page)?(?: (?:on|via|with) .{1,20})?|tweet|e ?mail(?: this)?|print
    copy (?:link|url)
    save(?: (?:article|story|for later))?|bookmark|facebook|twitter|x|whats ?app|telegram|linkedin|reddit|pinterest
    bluesky|instagram
    (?:\d+ )?comments?(?: \d+)?|leave a comment|join the conversation|subscribe(?: now)?|sign (?:up|in|out)|log ?in
    log ?out|register
    newsletters?|related(?: (?:stories|articles|topics|content|links|coverage|news))?|recommended(?: for you)?
    more on this(?: story)?
    you (?:may|might)(?: also)? like|(?:most|more) (?:read|popular|viewed|stories|news|from.{0,20})
    trending(?: now)?|editors picks
    top stories|back to top|menu|home|search|close|listen(?: to (?:this )?article)?|watch|play|click here|loading
    image
    open image in full ?screen|all rights reserved|gift (?:this )?article|add as preferred on google|follow(?: us)?
    get (?:the )?app
    accept(?: all)?(?: cookies)?|reject(?: all)?|manage (?:settings|cookies|preferences)
    cookie (?:settings|policy|preferences)
    privacy policy|terms (?:of (?:use|service)|and conditions)|contact us|about us|photo gallery
    in (?:this )?pictures|report (?:an )?error
    # French
    je (?:mabonne|minscris|me connecte|découvre|participe|réagis)(?: .{0,30})?|mabonner|minscrire
    votre (?:e ?mail|adresse(?: e ?mail)?|mail)|adresse e ?mail
    (?:lecture|écoute|temps de lecture)(?: \d+)? ?min\w*|\d+ ?min(?:utes?)? de lecture|lire dans lapp\w*|zoom
    agrandir(?: limage)?|taille (?:du texte|de police).{0,12}
    (?:voir|afficher|lire) (?:tous?|toutes|la suite|les?) ?(?:les )?(?:articles?|commentaires?|photos|vidéos?|\
      réactions?|actualités)?(?: \d+)?
    plus darticles|charger plus
    (?:ajouter|ajoutez|suivre|suivez) .{2,30} (?:google|favorite|préférée|favoris)\b.{0,20}
    (?:alertes?|notifications?)(?: (?:info|mail|push|e ?mail)s?)?|activer les .{2,20}
    gestion des cookies|gérer (?:mes )?(?:cookies|préférences)|mentions légales|cgu|cgv|plan du site|nous contacter
    qui sommes nous|signaler (?:un |une )?.{2,12}
    vous (?:aimerez|pourriez) aussi.{0,12}|à ne pas (?:manquer|rater)
    contenus? (?:sponsorisés?|partenaires?|de marque)|(?:sélectionné|recommandé) pour vous
    nos (?:dossiers|vidéos|podcasts)
    (?:déjà|pas encore) abonnée?.{0,20}|il vous reste .{2,30}|cet article vous est offert.{0,20}
    il y a \d+ (?:min\w*|heures?|jours?|h)|le fil info|en continu|dernières (?:minutes?|infos?|actus?)
    (?:les )?(?:mots clés|thèmes?|sujets?) (?:associés|liés)|(?:dans )?le (?:même )?dossier
    lessentiel de lactu\w*.{0,12}|laisser un commentaire|partagez (?:cet|larticle).{0,12}
    publicité|la suite après (?:la|cette) publicité|(?:lire|voir|en savoir) (?:plus|la suite|aussi)
    partager(?: .{0,25})?|sabonner
    à lire (?:aussi|également)|sur le même sujet|dans la même (?:rubrique|catégorie)
    envoyer par (?:e ?mail|mail|courriel)|imprimer
    enregistrer|copier le lien|écouter(?: (?:larticle|cet article|le résumé))?|commentaires?(?: \d+)?
    \d+ commentaires?|réagir|commenter
    (?:article |contenu )?(?:réservé aux|pour les) abonnés|(?:gérer|paramétrer) (?:mes|les) cookies
    (?:tout )?(?:accepter|refuser)
    (?:aller au|accéder au) contenu.{0,12}|accueil|se connecter|connexion|articles? (?:liés?|similaires?)
    les plus lus|newsletters?
    (?:inscrivez vous|sinscrire|abonnez vous)(?: .{0,40})?|suivez nous.{0,30}|offrir (?:cet|larticle).{0,10}
    plus dactualités|nos autres.{0,30}
    # German
    (?:ihre|deine) e ?mail(?: ?adresse)?|e ?mail ?adresse
    (?:jetzt )?(?:kostenlos )?(?:anmelden|testen|abonnieren|lesen|freischalten|weiterlesen)(?: .{0,20})?
    bereits (?:abonnent\w*|registriert).{0,20}
    (?:lesezeit|lesedauer)(?: ca)? ?\d*.{0,12}|\d+ ?min\w* (?:lesezeit|lesedauer|hören)|schrift(?:größe)?(?: .{0,12})?
    text vergrößern|bild vergrößern|vorlesen lassen|artikel merken|zur merkliste.{0,12}
    (?:alle|mehr|weitere|aktuelle) (?:artikel|beiträge|meldungen|nachrichten|themen|kommentare|videos|\
      news)(?: (?:aus|zu|zum|von|über|anzeigen|lesen|laden)\b.{0,25})?
    mehr laden|weitere laden|lädt|wird geladen
    (?:das|dies) könnte (?:sie|dich|ihnen|dir) (?:auch )?(?:interessieren|gefallen)|aus dem ressort
    unsere empfehlungen?|leseempfehlung\w*|empfehlungen der redaktion|tipps? der redaktion|redaktionstipp|top ?themen
    meist(?:gelesen|kommentiert|geteilt)\w*
    (?:artikel|beitrag|seite)? ?(?:per|als) (?:mail|whatsapp|e ?mail|pdf).{0,15}
    (?:auf|via|bei) (?:facebook|twitter|x|whatsapp|telegram|linkedin|xing|bluesky)(?: teilen)?
    artikel (?:teilen|drucken|versenden|kommentieren)|seite drucken
    (?:cookie|privatsphäre|datenschutz) ?(?:einstellungen|hinweise?|erklärung)|agb|mediadaten|kontakt|netiquette
    barrierefreiheit|vertrag kündigen|abo kündigen|widerruf|nutzungsbedingungen|utiq verwalten
    vor \d+ (?:minuten?|stunden?|tagen?)|antworten|gefällt mir(?: \d+)?|melden
    kommentar (?:schreiben|melden|verfassen)|diskutieren sie mit|quelle .{2,15} (?:dpa|afp|reuters).{0,10}
    fehler (?:im artikel )?(?:gefunden|melden).{0,10}
    externer inhalt.{0,20}|inhalt (?:anzeigen|laden)|empfohlener (?:externer |redaktioneller )?inhalt
    (?:an dieser stelle|hier) finden sie .{2,60}|mit plus|plus ?artikel|exklusiv für abonnent\w*|bezahlinhalt
    anzeige|werbung|teilen|drucken|merken|kommentare?(?: \d+)?|\d+ kommentare?|kommentieren|link kopieren
    per e ?mail.{0,20}|speichern
    mehr (?:zum thema|lesen|dazu|anzeigen|nachrichten|aus.{0,25})|weiter ?lesen|lesen sie (?:auch|mehr)
    auch interessant|empfohlen.{0,30}
    das könnte (?:sie|dich) (?:auch )?interessieren|meistgelesen|ähnliche (?:artikel|beiträge|themen)
    verwandte (?:artikel|themen)|zum thema
    zum (?:inhalt|hauptinhalt|seitenanfang)(?: springen)?|direkt zum inhalt|nach oben|startseite|suche|anmelden
    abmelden|registrieren
    (?:artikel )?(?:anhören|vorlesen|hören)(?: lassen)?|(?:alle )?(?:akzeptieren|ablehnen)|(?:cookie )?einstellungen
    datenschutz|impressum
    (?:jetzt )?(?:unseren? )?newsletter(?: .{0,25})?|jetzt (?:abonnieren|testen|registrieren)|abonnieren
    nur für abonnenten|themen(?: des artikels)?
    # Spanish
    (?:noticias?|artículos?|contenidos?|temas?|notas?|lecturas?) (?:relacionad[oa]s?|recomendad[oa]s?|destacad[oa]s?)
    comenta(?: .{0,20})?|(?:tu|su) (?:correo|e ?mail).{0,15}|correo electrónico
    (?:inicia|iniciar|crea|crear) (?:sesión|(?:una |tu )?cuenta)|(?:ya )?(?:soy|eres|es) suscriptor\w*.{0,20}
    (?:regístrate|suscríbete|apúntate|únete|hazte socio|descárgate)(?: .{0,40})?
    límite de (?:sesiones|dispositivos).{0,20}
    (?:ver|cargar|mostrar|leer) (?:más|menos|todos?|todas|comentarios|galería|fotos|vídeos?)(?: .{0,20})?
    (?:reporta|reportar|notifica|notificar|avisar de)(?: un| una)? (?:error|errata)|\d+ min(?:utos)? de lectura
    (?:tamaño|aumentar|disminuir) .{0,20}(?:letra|texto|fuente)|ampliar(?: .{0,10})?
    hace \d+ (?:minutos?|horas?|días?)|(?:en|por|vía) (?:facebook|twitter|x|whatsapp|telegram|linkedin)|responder
    me gusta(?: \d+)?
    (?:lo|los|las) más (?:leíd[oa]s?|vist[oa]s?|comentad[oa]s?|compartid[oa]s?)(?: .{0,20})?
    últimas? (?:noticias?|horas?)|te recomendamos|(?:le|te) (?:puede|podría) (?:interesar|gustar)(?: .{0,12})?
    contenido (?:de marca|publicitario|para suscriptores|patrocinado)
    política de (?:privacidad|cookies)|aviso legal|condiciones de uso|mapa (?:del sitio|web)|quiénes somos
    configurar? (?:las )?cookies|normas de participación|(?:conforme a los )?criterios de .{2,20}|the trust project
    trust project
    (?:añade|añadir|síguenos|sigue|siga)(?: a| en)? .{2,30}(?:google|whatsapp|telegram|facebook|instagram|x|\
      twitter)(?: .{0,15})?
    (?:newsletter|boletín|boletines)(?: (?:diari|semanal|gratuit|de noticias|informativ)\w*.{0,20})?|(?:deja|\
      escribe|publicar) (?:un |tu )?comentario
    archivado en.{0,30}|más sobre .{2,30}|(?:noticias|actualidad) de .{2,25}
    (?:volver|ir) (?:arriba|al inicio|a portada)|este contenido .{2,60}
    publicidad|compartir(?: .{0,25})?|leer más|seguir leyendo|lea también|lee también|te puede interesar
    (?:más|otras) noticias.{0,20}
    (?:noticias|artículos|contenidos?|temas) relacionad[oa]s?|relacionad[oa]s|lo más (?:leído|visto)
    comentarios(?: \d+)?|\d+ comentarios?|comentar
    guardar|imprimir|copiar enlace|enviar por (?:correo|e ?mail)|escuchar(?: .{0,20})?|inicio
    suscríbete(?: .{0,40})?|suscribirse|newsletter|boletín
    (?:aceptar|rechazar)(?: (?:todo|todas|cookies|y continuar))?|configurar(?: cookies)?|ir al contenido.{0,12}
    saltar al contenido.{0,12}|iniciar sesión
    contenido (?:exclusivo|patrocinado).{0,30}|solo para suscriptores|síguenos.{0,30}|archivado en|más información
    regístrate.{0,30}|ver más
    # Swedish, Norwegian, Danish
    (?:din|ange din) (?:e ?post|mejl)(?:adress)?|lyssna på (?:artikeln|texten|artikel).{0,15}
    läs (?:upp|senare|hela .{2,15}|mer .{2,30})|\d+ min(?:uters?)? (?:läsning|lästid)|lästid.{0,12}|textstorlek.{0,10}
    (?:visa|ladda|fler|läs|se) (?:mer|fler|alla|flera)(?: (?:artiklar|nyheter|kommentarer|videor|inlägg))?
    redan (?:prenumerant|medlem)\w*.{0,20}
    (?:bli|testa|prova|köp) (?:prenumerant|medlem|gratis|digitalt|nu).{0,25}|lås upp .{2,20}
    (?:dela|tipsa|skicka)(?: (?:på|via|till|artikeln?|med) .{2,20})?
    (?:på|via) (?:facebook|twitter|x|mejl|e ?post|linkedin|whatsapp|bluesky)|gilla(?: \d+)?|svara|anmäl
    för \d+ (?:minuter|timmar|dagar) sedan|\d+ (?:minuter|timmar|dagar) sedan
    (?:mest|senaste) (?:läst\w*|nytt|nyheterna|kommenterat|delat|sett)(?: .{0,15})?|relaterad\w*(?: .{0,15})?
    andra läser|missa inte|rekommendera\w*(?: .{0,15})?|(?:nyheter|mer) (?:från|om) .{2,25}|fler artiklar.{0,15}
    ämnen(?: i artikeln)?
    (?:så|här) (?:jobbar|arbetar|rättar) (?:vi|du).{0,40}|rätta (?:oss|fel|artikeln).{0,30}
    (?:har du|såg du|hittat) .{0,20}fel.{0,30}|tipsa (?:oss|redaktionen).{0,20}|integritets?\w*
    cookie(?:inställningar|policy|s)|personuppgifts?\w*|om (?:oss|cookies)|kundservice
    annonsen? slutar.{0,20}|artikeln fortsätter.{0,30}|detta är en annons|betalt innehåll|annonssamarbete
    i samarbete med .{2,30}|det här är .{2,20} annons\w*|aktivera notiser|få (?:notiser|nyheter).{0,30}
    följ (?:ämnet?|taggar|skribenten).{0,15}
    annons|reklam|dela(?: .{0,25})?|skriv ut|spara(?: artikeln?)?|lyssna(?: .{0,20})?|kommentarer?(?: \d+)?
    \d+ kommentarer?|kommentera|kopiera länk
    läs (?:mer|även|också|vidare)|mer (?:om ämnet|läsning|från.{0,20}|i ämnet|nyheter)|relaterat
    relaterade (?:artiklar|nyheter)|mest läst|senaste nytt
    (?:prenumerera|anmäl dig)(?: .{0,40})?|nyhetsbrev|logga (?:in|ut)|hem|sök|meny|till (?:innehållet|toppen)
    hoppa till innehåll.{0,10}|godkänn(?: alla)?
    (?:hantera|inställningar för) (?:kakor|cookies)|(?:endast |bara )?för prenumeranter|annonsinnehåll
    följ oss.{0,30}|fler nyheter|tipsa.{0,20}
    annonse|del|les (?:mer|også)|relaterte saker|mest lest|skriv ut|annonce|læs (?:mere|også)|relaterede
    # Polish
    (?:twój|podaj|wpisz)(?: swój)? (?:adres )?e ?mail.{0,10}|adres e ?mail|\d+ min(?:ut\w*)? czytania
    czas czytania.{0,10}|posłuchaj (?:artykułu|tekstu)|odsłuchaj.{0,15}
    (?:wielkość|rozmiar) (?:tekstu|czcionki|liter).{0,8}|powiększ.{0,10}
    (?:zobacz|pokaż|czytaj|wczytaj|załaduj) (?:więcej|wszystkie|dalej|całość|galerię|komentarze|zdjęcia|też|\
      także|również)(?: .{0,20})?
    (?:masz już|nie masz) .{2,30}|(?:wykup|kup|załóż|odblokuj) .{2,25}|dostęp (?:premium|dla .{2,20})
    (?:udostępnij|podziel się|wyślij)(?: (?:na|w|przez|mailem|artykuł) ?.{0,20})?
    (?:na|w|przez) (?:facebook\w*|twitter\w*|x|whatsapp\w*|messenger\w*|linkedin\w*)|lubię to(?: \d+)?|odpowiedz
    zgłoś(?: .{0,15})?|\d+ (?:min|minut\w*|godz\w*|dni) temu
    (?:najczęściej|najchętniej|ostatnio) (?:czytane|komentowane|oglądane|dodane)|najnowsze(?: .{0,15})?
    (?:polecane|polecamy|popularne|podobne|powiązane|inne)(?: (?:artykuły|tematy|wiadomości|dla ciebie|teksty|\
      materiały))?
    więcej (?:z|w) (?:działu|kategorii|serwisu) .{0,20}|(?:może|mogą) cię (?:też )?zainteresować
    (?:polityka|ustawienia) (?:prywatności|cookies|plików cookies?)|regulamin|o nas|redakcja|kontakt|reklama u nas
    mapa strony|rodo|(?:zgłoś|znalazłeś|widzisz) (?:błąd|literówkę).{0,15}|ocena(?: .{0,10})?
    oceń (?:artykuł|tekst).{0,10}
    (?:dołącz do|obserwuj|polub|śledź) (?:nas|naszego|naszej|grupy)\b.{0,40}|bądź na bieżąco.{0,30}|\
      włącz powiadomienia|dalsza część .{2,40}
    ciąg dalszy .{2,30}|materiał (?:promocyjny|partnera|zewnętrzny|sponsorowany)|tekst (?:promocyjny|sponsorowany)
    (?:dodaj|napisz|zostaw) komentarz
    reklama|udostępnij(?: .{0,25})?|podziel się.{0,20}|skopiuj link|kopiuj link|drukuj|zapisz(?: .{0,40})?
    posłuchaj.{0,20}|komentarze?(?: \d+)?
    \d+ komentarz\w*|skomentuj|czytaj (?:także|też|więcej|dalej|również)|zobacz (?:także|też|również|więcej)
    przeczytaj (?:także|też|również)|polecane
    powiązane(?: .{0,20})?|podobne (?:artykuły|tematy)|najczęściej czytane|najpopularniejsze|polecamy
    (?:newsletter|subskrybuj|prenumerata)(?: .{0,30})?
    strona główna|zaloguj(?: się)?|wyloguj|szukaj|akceptuj(?:ę)?(?: wszystkie)?|odrzuć|ustawienia(?: cookies)?
    przejdź do treści|do góry|materiał sponsorowany
    artykuł (?:tylko )?dla (?:prenumeratorów|subskrybentów)|obserwuj nas.{0,30}|więcej (?:na ten temat|wiadomości)
    tematy|zarejestruj się
    tekst dostępny.{0,30}
    # Turkish
    (?:e ?posta|eposta) (?:adresi\w*|girin).{0,10}|\d+ (?:dk|dakika\w*) okuma.{0,8}|okuma süresi.{0,10}
    (?:yazi|metin) (?:boyutu|tipi|büyüklüğü).{0,8}|a a|(?:sesli|haberi) dinle|büyüt|küçült
    (?:daha fazla|tümünü|hepsini|devamini|yorumlari) (?:gör|göster|oku|yükle|haber)(?: .{0,15})?
    (?:üye|abone|kayit) (?:ol|olun|girişi|değil misiniz)(?: .{0,25})?|zaten (?:üye|abone).{0,15}|hesap (?:oluştur|aç)
    (?:facebook|twitter|x|whatsapp|telegram|linkedin|e ?posta)(?:ta|te|da|de| ile| üzerinden)? (?:paylaş|gönder)
    (?:bu )?(?:haberi|bunu|yaziyi|içeriği) paylaş|beğen(?: \d+)?|yanitla|cevapla|şikayet et|\d+ (?:dakika|saat|gün) önce
    (?:en )?(?:çok|son) (?:okunan\w*|yorumlanan\w*|izlenen\w*|eklenen\w*|haberler|dakika)
    ilgili (?:haber\w*|içerik\w*|konu\w*)
    (?:öne çikan\w*|önerilen\w*|popüler|günün)(?: (?:haber\w*|içerik\w*|manşet\w*))?|(?:diğer|benzer) haber\w*
    bunlar(?: da)? .{0,12}ilgini\w* çekebilir|editörün seçtikleri
    (?:gizlilik|çerez|kvkk)(?: (?:politikasi|ayarlari|metni|aydinlatma .{2,15}))?|künye|iletişim|hakkimizda
    kullanim (?:koşullari|şartlari)|reklam ver|rss|(?:haber|muhabir) merkezi|hata bildir
    (?:habere|ilk) yorum (?:yap|yaz|ekle).{0,15}|henüz (?:hiç )?yorum .{2,40}|ilk yorumu .{2,15}
    (?:google news|google haberler|whatsapp)\w*(?: .{0,15})? (?:takip|abone|katil)\w*.{0,10}|bildirim\w* (?:aç|al)\w*
    haberin devami.{0,25}|reklam(?:dan)? sonra .{2,20}|advertorial|tanitim (?:yazisi|içeriği)|etiketler?
    reklam|paylaş(?: .{0,25})?|yazdır|kaydet|yorumlar?(?: \d+)?|\d+ yorum|yorum yap|bağlantıyı kopyala|linki kopyala
    dinle|haberi dinle|abone ol(?: .{0,30})?
    (?:ilgili|benzer|diğer|son) (?:haberler|içerikler|konular)|devamını oku|daha fazla(?: .{0,15})?
    bunlar da ilginizi çekebilir|ilginizi çekebilir|ayrıca oku\w*
    (?:en )?çok okunanlar|ana ?sayfa|giriş(?: yap)?|üye ol|ara|menü|içeriğe (?:geç|atla)|yukarı(?: çık)?
    (?:tümünü )?kabul et|reddet|çerez ayarları|çerez politikası
    (?:bültenimize|e ?bültenimize|haber bültenimize|bülten\w*)(?: .{0,30})?|bizi takip edin.{0,20}|öne çıkanlar
    önerilen\w*.{0,20}|sponsorlu(?: içerik)?
    # Ukrainian, Russian
    (?:ваш|введіть(?: свій| ваш)?|вкажіть) (?:e ?mail|імейл|email)|e ?mail адреса|\d+ хв(?:илин\w*)? (?:на )?читання
    час (?:на )?читання.{0,10}|розмір (?:шрифту|тексту).{0,8}|збільшити(?: .{0,10})?|прослухати.{0,15}
    (?:показати|завантажити|дивитися|усі|всі|більше|ще) (?:більше|ще|новини|коментарі|матеріали|статті|новин|\
      публікації)(?: .{0,15})?
    (?:вже|ще не) (?:підписник|передплатник|зареєстровані).{0,15}|(?:створити|мій) (?:акаунт|обліковий запис|профіль)
    стати (?:читачем|учасником|членом) .{2,20}
    (?:поділитися|поширити|надіслати)(?: (?:у|в|на|через) .{2,20})?
    (?:у|в|на) (?:facebook|фейсбуці?|twitter|telegram|телеграмі?|viber|x|whatsapp)|вподобати|подобається(?: \d+)?
    відповісти|поскаржитися|\d+ (?:хв\w*|год\w*|дн\w*) тому|\d+ переглядів|переглядів \d+|перегляди \d*
    (?:найпопулярніше|найчитаніше|популярне|останнє|топ)(?: (?:за .{2,12}|новини|зараз))?
    (?:стрічка|головні|останні|свіжі) нов[а-яі]+|новини (?:партнерів|по темі|за темою)
    (?:інші|схожі|пов язані) (?:новини|матеріали|теми)|вибір редакції
    (?:вам|вас) (?:також )?(?:може|можуть) (?:зацікавити|сподобатися)
    політика (?:конфіденційності|приватності|cookies?)|умови використання|правила (?:сайту|користування)
    про (?:нас|проєкт|проект|редакцію)|контакти|карта сайту|(?:знайшли|побачили|помітили) помилку.{0,50}
    виділіть .{2,50}|орфографічна помилка.{0,20}|(?:допомогти|підтримати) (?:проєкту?|редакці[юї]|нас|медіа)
    (?:підписуйте?ся|підпишіться|приєднуйте?ся|стежте|читайте нас|слідкуйте|долучайте?ся)(?: .{0,50})?
    (?:увімкнути|отримувати) сповіщення|(?:додати|залишити|написати) коментар|(?:укр|рус|рос|eng|en|ua|uk|ru)
    на правах реклами|матеріал (?:партнера|спільно з .{2,20})|промо|спецпроєкт
    реклама|поділи(?:тися|тись|ться)(?: .{0,25})?|поширити(?: .{0,20})?|друкувати|роздрукувати|зберегти
    коментар[іи]?(?: \d+)?|\d+ коментар\w*|коментувати|копіювати посилання
    (?:читати|читайте|дивіться|дивитися) (?:далі|також|ще|більше|повністю)
    (?:новини|статті|матеріали|публікації) (?:за темою|по темі|на тему)|за темою|по темі|слухати.{0,15}
    (?:схожі|повязані|інші|останні) (?:новини|матеріали|статті|теми)|найпопулярніш\w+|найчитаніш\w+|популярне
    головна|увійти|вхід|реєстрація|пошук|меню|прийняти(?: (?:все|всі))?
    (?:підписатися|підпишіться|підписуйтесь|підписка)(?: .{0,45})?|розсилка|до змісту
    перейти до (?:вмісту|змісту).{0,10}|нагору|налаштування (?:файлів )?cookies?|партнерський матеріал
    поделиться|читать далее|читайте также|новости по теме|подписаться.{0,40}|комментарии.{0,6}|главная|распечатать
    # Arabic
    (?:البريد|بريدك) الإلكتروني|أدخل بريدك.{0,15}|حجم الخط.{0,8}|تكبير|تصغير|\d+ (?:دقيقة|دقائق) (?:قراءة|للقراءة)
    (?:وقت|مدة|زمن) القراءة.{0,10}|استمع (?:للخبر|للمقال|إلى .{2,15})|عرض الصورة.{0,10}
    (?:عرض|شاهد|اقرأ|المزيد|تحميل) (?:المزيد|الكل|كل|من|أكثر)(?: .{0,20})?|(?:إنشاء|أنشئ) حساب.{0,8}
    (?:لديك|هل لديك) حساب.{0,12}|للمشتركين(?: فقط)?|(?:أعجبني|رد|إبلاغ|تبليغ)(?: \d+)?|منذ \d+ (?:دقيقة|دقائق|\
      ساعة|ساعات|أيام|يوم)
    قبل \d+ (?:دقيقة|دقائق|ساعة|ساعات|أيام|يوم)
    (?:شارك|شاركه|مشاركة|انشر|أرسل)(?: (?:على|عبر|في|الخبر|المقال) ?.{0,15})?
    (?:على|عبر) (?:فيسبوك|تويتر|واتساب|تلغرام|إكس)|(?:الأكثر|الأعلى) (?:قراءة|مشاهدة|تعليقا|تداولا|رواجا)
    (?:آخر|أحدث|أهم|أبرز) (?:الأخبار|المقالات|الأنباء)|(?:أخبار|مواضيع|موضوعات|مقالات) (?:أخرى|مشابهة|مختارة|مميزة)
    (?:مقترحات|اخترنا) لك(?:م)?
    (?:سياسة|إعدادات) (?:الخصوصية|ملفات .{2,20}|الكوكيز)|شروط (?:الاستخدام|الخدمة)|من نحن|اتصل بنا|خريطة الموقع
    هيئة التحرير|(?:أبلغ|بلغ) عن خطأ|(?:الكلمات|كلمات) (?:الدلالية|المفتاحية|دلالية|مفتاحية)
    محتوى (?:ممول|مدفوع|إعلاني|مروج)|مادة إعلانية|(?:تابعوا?نا|انضموا?|اشتركوا?)(?: .{0,40})?
    إعلان|إعلانات|شارك(?: .{0,20})?|مشاركة(?: .{0,20})?|طباعة|حفظ|نسخ الرابط|استمع(?: .{0,20})?|تعليقات?(?: \d+)?
    \d+ تعليقات?|التعليقات.{0,6}|أضف تعليق.{0,6}
    اقرأ (?:المزيد|أيضا|أيضاً|ايضا)|المزيد(?: .{0,20})?|(?:مواضيع|موضوعات|أخبار|مقالات) (?:ذات صلة|متعلقة|مشابهة)
    ذات صلة|الأكثر (?:قراءة|مشاهدة|شعبية)|قد يعجبك.{0,12}|قد يهمك.{0,12}
    (?:اشترك|اشتركوا|سجل|الاشتراك)(?: .{0,40})?|النشرة.{0,20}|الرئيسية|الصفحة الرئيسية|تسجيل الدخول|بحث|القائمة
    موافق|قبول(?: الكل)?|رفض|إعدادات.{0,25}|تابعنا.{0,30}|تابعونا.{0,30}
    (?:انتقل|تخطي|تخطى|الانتقال) إلى (?:المحتوى|المحتوى الرئيسي)|سياسة الخصوصية|أعلى الصفحة
    # Hebrew
    (?:כתובת )?(?:ה)?(?:דוא\w*|אימייל|מייל)(?: שלך| שלכם)?|הזינו .{2,20}|גודל (?:טקסט|גופן|אות\w*).{0,8}
    (?:הגדל|הקטן)\w*(?: .{0,8})?|\d+ דק\w* (?:קריאה|לקריאה)|זמן קריאה.{0,10}|האז(?:ינו|נה) ל?כתבה.{0,8}
    לצפייה בתמונה.{0,8}|לגלריה.{0,12}
    (?:הצג|הציגו|טען|טענו|לכל|עוד|לעוד|כל) (?:עוד|הכל|הכתבות|התגובות|כתבות|חדשות|תגובות|הידיעות)(?: .{0,15})?
    (?:כניסה|הרשמה|התחברות|הצטרפות) ל?(?:מנויים|מנוי|אתר|חשבון)|(?:כבר|עדיין לא) מנוי\w*.{0,10}|למנויים(?: בלבד)?
    תוכן למנויים|(?:הגב|הגיבו|השב|אהבתי|דווח)(?: \d+)?|לפני \d+ (?:דקות|שעות|ימים|שעה)
    (?:שתפו?|שיתוף|שלחו?|פרסם)(?: (?:ב|את|עם|דרך)? ?.{0,20})?
    (?:הנקראות|הנצפות|המדוברות|החמות|הפופולריות)(?: .{0,12})?
    (?:כתבות|ידיעות|תכנים|נושאים) (?:קשור\w+|נוספ\w+|דומ\w+|מומלצ\w+|אחרונ\w+|שאולי .{2,12})
    (?:מומלצים|מומלץ|המלצות)(?: .{0,12})?|אולי (?:יעניין|תאהבו|פספסתם).{0,12}
    (?:מדיניות|הגדרות) (?:פרטיות|הפרטיות|עוגיות|קוקיז)|תנאי (?:שימוש|השימוש)|אודות(?:ינו)?|צור(?:ו)? קשר|מפת (?:ה)?אתר
    הצהרת נגישות|נגישות|(?:מצאתם|נתקלתם|ראיתם) (?:טעות|ב?טעות|שגיאה).{0,25}|דווחו לנו.{0,10}
    תוכן (?:שיווקי|ממומן|פרסומי)|בשיתוף .{2,20}|(?:עקבו|הצטרפו|הירשמו|הרשמו)(?: .{0,40})?
    פרסומת|שיתוף|שתפו?(?: .{0,20})?|הדפס(?:ה|ו)?|שמור|שמירה|העתק(?:ת)? קישור|העתיקו קישור|האז(?:נה|ינו)(?: .{0,20})?
    תגובות?(?: \d+)?|\d+ תגובות|הוספת תגובה|הוסיפו תגובה
    (?:קראו|קרא|קראי) (?:גם|עוד|את .{0,20})|להמשך קריאה
    (?:כתבות|ידיעות|נושאים|חדשות) (?:נוספות|קשורות|קשורים|דומות|נוספים)|עוד (?:בנושא|באתר|כתבות|חדשות)|הנקראות ביותר
    אולי יעניין.{0,15}
    (?:הירשמו|הרשמו|הצטרפו|הרשמה)(?: .{0,40})?|ניוזלטר|ראשי|דף הבית|התחבר(?:ות)?|כניסה|חיפוש|תפריט|אישור|מאשר(?:ת)?
    (?:קבל|אשר) (?:הכל|הכול)|הגדרות.{0,15}|דלג לתוכן.{0,8}|עקבו אחרינו.{0,20}
    # Chinese, Japanese
    字号.{0,12}|字體.{0,10}|字体.{0,10}|(?:大|中|小)(?: (?:大|中|小))+
    分享(?:到|至).{0,10}|微信|微博|朋友圈|扫一扫.{0,12}|点赞.{0,6}|举报|回复
    热(?:门|点)(?:新闻|文章|推荐)?|最新(?:新闻|文章|消息)|猜你喜欢|为您推荐|精彩推荐|更多(?:新闻|精彩|内容)?.{0,4}|上一篇.{0,30}|下一篇.{0,30}
    关于我们|联系我们|网站地图|隐私(?:政策|声明)|免责声明.{0,4}|(?:网友|全部|热门)评论.{0,8}|我要评论|发表评论|关注我们|下载(?:客户端|app)|打开(?:app|客户端).{0,6}
    来源.{2,12}|责任编辑.{2,8}|相关(?:阅读|新闻|文章|报道|推荐|链接|视频)|标签|关键词|专题|视频|图集
    シェアする.{0,6}|ツイート.{0,4}|いいね.{0,6}|ブックマーク|ランキング|アクセスランキング|人気(?:記事|ランキング)|新着(?:記事|ニュース)|最新ニュース|おすすめ.{0,6}
    この記事(?:を|は|に).{0,16}|有料(?:会員|記事).{0,12}
    会員限定.{0,10}|無料(?:登録|会員).{0,10}|残り ?\d+ ?文字.{0,6}|ログインして.{0,12}|前の記事.{0,20}
    次の記事.{0,20}|一覧(?:へ|を見る)?|記事一覧|プライバシー.{0,8}|利用規約|お問い合わせ|運営会社|文字サイズ.{0,6}|画像を拡大.{0,4}|写真を拡大.{0,4}|タグ|キーワード
    广告|廣告|分享(?:到.{0,8})?|打印|收藏|评论(?: ?\d+)?|相关(?:阅读|新闻|文章|报道)|延伸阅读|推荐阅读
    点击(?:查看|阅读).{0,8}|返回(?:首页|顶部)|首页|登录|注册
    订阅.{0,12}|查看更多|阅读(?:更多|全文)
    広告|シェア|印刷|保存|コメント.{0,5}|関連(?:記事|ニュース)|あわせて読みたい|続きを読む|トップへ.{0,4}|ホーム|ログイン|会員登録|おすすめ記事|メルマガ.{0,10}|もっと見る
    """
)
