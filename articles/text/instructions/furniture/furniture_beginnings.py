"""Beginnings and parts of lines that are a page's: links to other stories, invitations, ways through a site."""

from articles.text.instructions.patterns import one_of

# Headings over a list of other stories, which ends with the page or where prose begins.
RELATED = one_of(
    r"""
    (?:related|recommended|suggested|similar|trending|popular|latest|more|other) (?:stor(?:y|ies)|articles?|\
      posts?|news|headlines|reading)
    (?:people|readers) (?:also|are also) (?:read|reading|liked)|dont miss|up next|read this next
    noticias? relacionadas?|artículos? relacionados?|notas? relacionadas?|te recomendamos|vous aimerez aussi
    à ne pas (?:manquer|rater)|articles? (?:connexes?|recommandés?|associés?)|sur le même thème
    (?:mehr|weitere) (?:artikel|beiträge|meldungen|themen)(?: .{0,25})?
    das könnte (?:sie|dich|ihnen|dir) (?:auch )?(?:interessieren|gefallen)|leseempfehlung\w*
    empfehlungen? der redaktion|top ?themen|aus dem ressort|artikel zum thema
    andra läser|missa inte|relaterad\w*(?: .{0,15})?|fler artiklar.{0,15}|läs mer(?: om .{2,20})?
    (?:mest|senaste) (?:lästa|nytt)
    (?:może|mogą) cię (?:też |również )?zainteresować
    (?:podobne|powiązane|inne|polecane) (?:artykuły|teksty|wiadomości|materiały)|czytaj więcej|najnowsze(?: .{0,15})?
    ilgili (?:haber|içerik)\w*|editörün seçtikleri|(?:diğer|benzer|öne çikan) haberler|günün (?:haberleri|manşetleri)
    (?:вам|вас) (?:також )?(?:може|можуть) (?:зацікавити|сподобатися)
    (?:інші|пов'?язані|схожі) (?:новини|матеріали|статті)|читайте (?:також|ще|більше)
    новини (?:партнерів|за темою|по темі)|теж цікаво
    (?:أخبار|مواضيع|موضوعات|مقالات) (?:أخرى|مشابهة|مختارة)|(?:اخترنا|مقترحات) لك(?:م)?|(?:آخر|أحدث|أهم) الأخبار
    إقرأ أيضا(?:ً)?|طالع أيضا(?:ً)?
    (?:כתבות|ידיעות|תכנים) (?:שאולי .{2,12}|מומלצ\w+|אחרונ\w+)|אולי (?:תאהבו|פספסתם).{0,12}|כדאי לקרוא|המלצות.{0,10}
    猜你喜欢|为您推荐|热门(?:新闻|文章)|人気記事|おすすめ.{0,6}|新着記事
    related(?: (?:stories|articles|topics|content|links|coverage|news))?|recommended(?: for you)?
    more on this(?: story)?|trending(?: now)?
    you (?:may|might)(?: also)? like|(?:most|more) (?:read|popular|viewed|stories|news|from.{0,20})|editors picks
    top stories|read (?:more|also|next)
    (?:à (?:voir|découvrir|lire) (?:aussi|également)|voir aussi|passend dazu|também|\
      también te puede interesar|editorns val|meistgeklickt|tekstipp|people are also reading|see also|\
      editör\S* seçtikleri|вибір редакції|בחירת העורך|اختيارات المحرر)
    sur le même sujet|à lire (?:aussi|également)|dans la même (?:rubrique|catégorie)|articles? (?:liés?|similaires?)
    les plus lus|lire aussi|nos autres.{0,30}
    mehr (?:zum thema|nachrichten|dazu)|lesen sie (?:auch|mehr)|auch interessant
    das könnte (?:sie|dich) (?:auch )?interessieren|meistgelesen|ähnliche (?:artikel|beiträge|themen)
    verwandte (?:artikel|themen)
    (?:noticias|artículos|contenidos?|temas) relacionad[oa]s?|relacionad[oa]s|te puede interesar
    lo más (?:leído|visto)|lea también|lee también|(?:más|otras) noticias.{0,20}
    mer (?:om ämnet|läsning|i ämnet|nyheter|från.{0,20})|läs (?:även|också)|relaterat
    relaterade (?:artiklar|nyheter)|mest läst|senaste nytt|fler nyheter|relaterte saker|les også|læs også
    zobacz (?:także|też|również)|czytaj (?:także|też|również)|przeczytaj (?:także|też|również)
    powiązane(?: .{0,20})?|podobne (?:artykuły|tematy)|polecane|polecamy|najczęściej czytane
    więcej (?:na ten temat|wiadomości)
    (?:ilgili|benzer|diğer|son) (?:haberler|içerikler|konular)|bunlar da ilginizi çekebilir|ilginizi çekebilir
    (?:en )?çok okunanlar|önerilen\w*.{0,20}
    (?:новини|статті|матеріали|публікації) (?:за темою|по темі|на тему)|за темою|по темі
    (?:читайте|дивіться) (?:також|ще)|(?:схожі|повязані|інші|останні) (?:новини|матеріали|статті)|популярне
    найчитаніш\w+|новости по теме|читайте также
    (?:مواضيع|موضوعات|أخبار|مقالات) (?:ذات صلة|متعلقة|مشابهة)|ذات صلة|الأكثر (?:قراءة|مشاهدة|شعبية)|قد يعجبك.{0,12}
    قد يهمك.{0,12}|اقرأ (?:أيضا|أيضاً|ايضا)
    (?:כתבות|ידיעות|נושאים|חדשות) (?:נוספות|קשורות|קשורים|דומות|נוספים)|עוד (?:בנושא|באתר|כתבות|חדשות)|הנקראות ביותר
    אולי יעניין.{0,15}|קראו (?:גם|עוד)
    相关(?:阅读|新闻|文章|报道)|延伸阅读|推荐阅读|関連(?:記事|ニュース)|あわせて読みたい|おすすめ記事
    """
)
# Beginnings of short lines that are furniture whatever follows: a link to another story, an invitation, cookies.
BEGINNING = one_of(
    r"""
    (?:read (?:more|also|next)|also read|see also|related(?: stor(?:y|ies)| articles?)?|more on this|\
      don['’]t miss|watch|listen|in pictures|more)\s*[:|→»>]\s*\S
    follow (?:us|@?\w+) on \w|follow .{2,50} (?:at|on) (?:https?://|www\.|@)\S|share (?:this )?(?:on|via|with) \w
    sign up (?:for|to) (?:our|the)\b
    subscribe to (?:our|the)\b|join (?:us on|our \w+ channel)
    download (?:our|the) app|get the latest news|advertisement\s*[-–—:|]|\d{1,3} min(?:ute)?s? read$
    (?:reading time|time to read)\b.{0,20}|\(?end(?:s|item)\)?\s*$
    (?:\d{1,3} min(?:\.|uten|ute|uter|uty|uto)? )?(?:lesezeit|lästid|czytania|okuma|de lectura|de lecture|\
      to read|read)$
    \d{1,3} ?(?:min\w*|хв\w*|dk|dakika|דקות?|דק['׳]|دقائق|دقيقة)\.? ?(?:lesezeit|lästid|czytania|okuma\w*|\
      de lectura|de lecture|to read|read|читання|קריאה|قراءة)
    (?:we|this (?:site|website|page)|our (?:site|website)|by (?:using|continuing))\b.{0,60}\bcookies?\b
    (?:à )?(?:lire|voir|découvrir) (?:aussi|également)\s*[:|→»>]\s*\S|(?:à )?lire\s*:\s*\S|suivez[- ]nous
    abonnez[- ]vous
    (?:temps|durée) de lecture.{0,20}|lecture\s*:?\s*\d+ min.{0,6}|(?:nous|ce site|notre site)\b.{0,60}\bcookies?\b
    (?:lesen sie (?:auch|dazu|mehr)|mehr dazu|lesetipp|auch interessant|siehe auch|mehr zum thema)\s*[:|→»>]\s*\S
    folgen sie uns|lesezeit.{0,20}|(?:wir|diese (?:seite|website)|unsere (?:seite|website))\b.{0,60}\bcookies?\b
    (?:lea|lee|ver|te puede interesar|más información|le puede interesar)(?: también)?\s*[:|→»>]\s*\S|síguenos
    tiempo de lectura.{0,20}|(?:utilizamos|usamos|este sitio|esta web|nuestro sitio)\b.{0,60}\bcookies?\b
    (?:läs (?:även|också|mer)|se (?:även|också)|les også|se også|læs også)\s*[:|→»>]\s*\S|lästid.{0,20}
    \d+ min(?:uters)? (?:läsning|lästid)
    (?:vi|den här (?:sidan|webbplatsen))\b.{0,60}\b(?:kakor|cookies?|informasjonskapsler)\b|följ oss på
    (?:czytaj|zobacz|przeczytaj|sprawdź)(?: (?:także|też|również|więcej))?\s*[:|→»>]\s*\S|czas czytania.{0,20}
    \d+ min(?:ut\w*)? czytania
    (?:używamy|ta strona|nasza strona|korzystamy|strona|serwis)\b.{0,60}\b(?:cookies?|ciasteczk\w*)
    zapisz się (?:do|na)
    (?:ayrıca okuyun|bunlar da ilginizi çekebilir|ilgili haber|haberin devamı|ayrıca bakınız|okuyun|\
      ilginizi çekebilir)\s*[:|→»>]\s*\S
    okuma süresi.{0,20}|\d+ (?:dk|dakika)(?:lık)? okuma.{0,8}|.{0,40}\bçerez\w*.{0,40}(?:kullan|kabul)\w*
    bizi takip edin
    (?:читайте|дивіться|читать|смотрите)(?: (?:також|ще|также|еще))?\s*[:|→»>]\s*\S|підписуйтес[ья] на
    підпишіться на|подписывайтесь на|час (?:на )?читання.{0,20}|\d+ хв(?:илин\w*)?\.? (?:на )?читання
    (?:ми|цей сайт|наш сайт|мы|этот сайт)\b.{0,60}\b(?:cookies?|кукі|куки)
    (?:اقرأ (?:أيضا|أيضاً|ايضا|المزيد)|قد (?:يهمك|يعجبك)(?: أيضا| أيضاً)?|شاهد أيضا|شاهد أيضاً|طالع أيضا|\
      للمزيد)\s*[:|→»>]\s*\S
    تابعونا|تابعنا
    (?:مدة|زمن|وقت) القراءة.{0,20}
    (?:نستخدم|يستخدم|نحن نستخدم).{0,60}(?:ملفات (?:تعريف )?الارتباط|الكوكيز|كوكيز).{0,30}
    (?:קראו|קרא|ראו) (?:גם|עוד)\s*[:|→»>]\s*\S|זמן קריאה.{0,20}
    (?:האתר|אנו|אנחנו|אתר זה).{0,60}(?:עוגיות|קוקיז|cookies).{0,30}|עקבו אחרינו|הירשמו ל
    (?:相关阅读|延伸阅读|另见|关联阅读|関連記事|あわせて読みたい)\s*[:：|→»>]\s*\S|(?:本网站|我们|当サイト|このサイト).{0,30}(?:cookies?|クッキー).{0,30}
    阅读时间.{0,10}
    """
)
# The first word of a path through a site: "Home > News > Local".
FIRST_STEP = one_of(
    r"""
    home|homepage|start|news|front page|startseite|accueil|inicio|portada|hem|hjem|forside|start|strona główna
    główna|ana ?sayfa|anasayfa
    головна|главная|الرئيسية|الصفحة الرئيسية|ראשי|דף הבית|首页|ホーム|トップ
    """
)
# Short lines that are furniture wherever these words stand in them: what follows the advertisement, faults to report,
# accounts, ways through a page.
INSIDE = one_of(
    r"""
    # the text goes on below something
    \b(?:article|story|text|content) (?:continues|resumes)\b|\bcontinue (?:reading|after)\b
    \b(?:artikel|text|beitrag) (?:geht|läuft|wird)\b.{0,40}\b(?:weiter|fortgesetzt)
    \b(?:l'article|le texte|la suite|suite)\b.{0,30}\b(?:continue|après|ci-dessous)
    \b(?:sigue|continúa|continua)\b.{0,20}\b(?:leyendo|después|abajo|la noticia)
    \b(?:artikeln?|texten?|annonsen)\b.{0,30}\b(?:fortsätter|fortsetter|slutar)
    \b(?:dalsz[ay]|dalszy) (?:część|ciąg)\b|\bciąg dalszy\b
    \b(?:haber|yazi|içerik)\S{0,3}\b.{0,30}\bdevam (?:ediyor|edecek|etmektedir)
    (?:текст|стаття|матеріал|новина) продовж|продовження (?:після|нижче|тексту)
    (?:تستمر|يتبع|يستمر|تتابع) (?:القصة|المقال|الخبر|القراءة)|(?:الخبر|المقال|القصة) (?:يستمر|مستمر)|הכתבה ממשיכה
    המשך (?:הכתבה|קריאה)
    # faults to report
    \b(?:report|spotted|found|see) (?:a|an|any)? ?(?:error|typo|mistake)|\bfehler (?:gefunden|melden|entdeckt)
    \b(?:signaler|une) (?:une )?(?:erreur|faute)\b
    \b(?:reportar|informar de|notificar|avisar de) (?:un )?error
    \b(?:rapportera|hittat|tipsa om|har du sett) (?:ett )?fel|\b(?:zgłoś|widzisz) błąd|\bhata (?:bildir|bildirimi)
    (?:повідомити про|знайшли|побачили|помітили|виявили) помилку
    (?:أبلغ|الإبلاغ|بلغ) عن خطأ|(?:דיווח|דווחו|מצאתם) (?:על )?טעות
    # accounts
    ^(?:my|your|mein|dein|ihr|mon|votre|mi|tu|mitt|min|moje|twoje|мій|моя|حسابي|החשבון שלי|hesab\S+|\
      profil\S*) ?(?:account|konto|compte|cuenta|profile?|profil|kabinet|кабінет|сторінка|sidor?)?$
    ^(?:create|manage) (?:an? |your )?(?:free )?account|^(?:thank you for|by) (?:registering|signing up|subscribing)
    ^enter your e-?mail|^(?:e-?paper|donate|contribute|contribuer|spenden|doneer|dona|buy now|buy photo)$
    ^(?:support|unterstützen sie|soutenez|apoya|stöd|wesprzyj|підтримайте|\
      destekle\S*)\b.{0,40}\b(?:journalis\w*|us|uns|presse|dziennikarstwo|нас|gazetecilik|periodismo|newspaper)
    # ways through a page
    ^(?:skip|jump|go|zur?|zum|aller|accéder|ir|saltar|pular|hoppa|gå|hopp|przejdź|skocz|\
      перейти)\b.{0,24}\b(?:navigation|content|menu|main|inhalt|navigation|menü|contenu|contenido|menú|\
      innehåll\w*|meny\w*|innhold|treści|menu|вмісту|змісту|меню|контенту)(?: springen)?$
    (?:^|\b)(?:içeriğe|menüye) (?:geç|git|atla)
    (?:تخط|تخطي|تخطى|انتقل|الانتقال) إلى (?:المحتوى|القائمة|المحتوى الرئيسي)
    (?:עבור|דלג|דילוג|מעבר) (?:ל|אל ה)(?:תוכן|תפריט|ניווט)\S*
    ^(?:open|close|main|toggle) (?:menu|navigation|search)
    ^(?:show|see|view|voir|alle|ver|visa|pokaż|zobacz) (?:all|tous|toutes|todos|todas|alla|wszystkie|alle)\b.{0,30}
    ^\d{1,3} (?:of|von|sur|de|av|z|/|із|з) \d{1,3}$
    # breaking and live
    ^(?:en (?:direct|vivo|directo|continu)|live|live updates|breaking(?: news)?|latest(?: news)?|just (?:nu|\
      in|now)|eilmeldung\w*|newsticker|liveticker|direkt|pilne|na żywo|son dakika\b.{0,12}|canli|\
      термінов[ое]\b.{0,10}|наживо|عاجل|مباشر|מבזקים|מבזק|חדשות מתפרצות|dernière minute|última hora|senaste)$
    # what is shared where
    ^(?:facebook|twitter|whatsapp|telegram|linkedin|sms|email|e-mail|x|instagram|reddit|pinterest|messenger|\
      viber|bluesky|threads|mastodon)(?:[\s|,/•·]+(?:facebook|twitter|whatsapp|telegram|linkedin|sms|email|\
      e-mail|x|instagram|reddit|pinterest|messenger|viber|bluesky|threads|mastodon|print))+$
    ^(?:auf|via|sur|en|por|på|na|bei|in|у|в|על|עם|על גבי|على|عبر|join|follow|folge\w*|приєднуйтесь|\
      приєднуйтеся|katil\w*|dołącz|gå med|únete|rejoignez)\b.{0,25}\b(?:facebook|whatsapp|telegram|twitter|\
      instagram|linkedin|viber|google news|واتساب|تلغرام|فيسبوك|וואטסאפ|טלגרם|פייסבוק)\b.{0,12}$
    ^(?:whatsapp|facebook|twitter|telegram|instagram|x)\S{0,5} (?:teilen|partager|compartir|dela|udostępnij|\
      paylaş\w*|поширити|مشاركة|שתפו)$
    ^(?:copia|kopier\w*|copier|copiar|kopiuj|skopiuj|kopyala|скопіювати|копіювати|انسخ|نسخ|\
      העתק\w*)\b.{0,6} ?(?:the )?(?:link|länk\w*|lien|enlace|bağlantiy?i?|посилання|الرابط|קישור)$
    # sizes of type, lists to keep
    ^(?:yazi boyutu|font size|text size|schriftgröße|taille du texte|tamaño del texto|textstorlek|\
      rozmiar tekstu|розмір (?:тексту|шрифту)|حجم الخط|גודל (?:טקסט|גופן)).{0,8}$
    ^(?:zur|in die|add to|ajouter à|añadir a|lägg till i?|dodaj do|listeye|додати (?:до|\
      в)) ?.{0,16}(?:merkliste|leseliste|list\w*|favoris|favoritos|favoriter|ulubionych|zakładek|ekle|\
      обраного|закладок)\b.{0,14}$
    # comments
    ^(?:add|write|leave|join|voir|view|read|see|dodaj|napisz|zobacz|skriv|lämna|schreib\w*|escribe|deja|yaz|\
      додати|написати|читати|أضف|اكتب|הוסיפו|הוסף|כתבו)\b.{0,22}\b(?:comment\w*|conversation|discussion|forum|\
      komentarz\w*|kommentar\w*|commentaires?|comentarios?|yorum\w*|коментар\w*|تعليق\w*|תגוב\w*)\b.{0,12}$
    ^(?:comenta|commenter|discuss|обговорення|обговорити|diskutieren sie mit|diskutera|dyskutuj|tartiş\w*|\
      נתחו|לדיון)\b.{0,16}$
    """
)
# Words for letters by mail to readers: a short line with one of them invites.
NEWSLETTER = one_of(
    r"""
    newsletters?|daily briefing|morning briefing|infolettre|boletín|nyhetsbrev\w*|biuletyn\w*|bülten\w*|розсилк\w*
    نشرتنا|النشرة|ניוזלטר|メルマガ
    (?:push|e-?mail)?-?alerts?|be the first to know|subscribe (?:today|now)|terms (?:of|and)
    """
)
# What a letter to readers says of itself, wherever it stands in a line: where to see it, why it came, how to stop it.
MAILING = one_of(
    r"""
    \b(?:view|read|open|see)(?: (?:this|the|it|in|online))*(?: e-?mail| newsletter| message)? (?:in|\
      on) (?:your |the |a )?(?:web )?browser
    \bview (?:it |this )?(?:e-?mail )?online\b|\byou(?: are|'re|'ve| have)? (?:receiv(?:ing|ed?)|getting|got|\
      been sent) (?:this|our)\b
    \b(?:no longer (?:wish|want)|don't want|prefer not) to (?:receive|get|hear)\b|\bunsubscribe\b|\
      \bmanage (?:your )?(?:e-?mail )?preferences
    \bim browser (?:an|ansehen|öffnen|lesen)\w*|\bonline-?version\b|\bsie erhalten (?:diese|unseren|den)\b|\
      \bdu (?:erhältst|bekommst) diese
    \b(?:keine|nicht mehr) .{0,30}(?:e-?mails?|newsletter|nachrichten) .{0,20}(?:erhalten|bekommen|empfangen)\b|\
      ^abmelden\b|\babbestellen$
    \b(?:voir|lire|afficher|ouvrir|consulter) .{0,30}(?:navigateur|en ligne)$|\bvous (?:recevez|\
      avez reçu) (?:ce|cet|cette)\b
    \bne (?:souhaitez|voulez|désirez) plus (?:recevoir|être)\b|\b(?:se )?désabonner\b|\bse désinscrire\b|\
      \bversion en ligne$
    \bver (?:este |el )?.{0,20}(?:en|desde) (?:el|tu|su) navegador|\bversión (?:web|online)$|\b(?:recibes?|\
      has recibido|ha recibido) este\b
    \bno (?:quiere|quieres|desea|deseas) (?:seguir )?recib\w+|\bdar(?:se|te|me) de baja\b|\bcancelar (?:la |tu |\
      su )?suscripción
    \b(?:visa|läs|öppna|se) .{0,25}(?:webbläsare\w*)|\bdu (?:får|har fått) (?:det här|detta) (?:mejlet|brevet|\
      utskicket|nyhetsbrevet|meddelandet|mejl)
    \bvill du inte (?:längre )?(?:få|ha)\b|\bavsluta (?:din )?prenumeration\w*|\bavregistrera\b|\bavanmäl\w*
    \b(?:zobacz|wyświetl|otwórz|czytaj) .{0,25}przeglądarce|\b(?:otrzymujesz|otrzymał\w+) (?:tę|ten|tego)\b|\
      \bwypisz(?: się)?\b
    \bnie chcesz (?:już )?(?:otrzymywać|dostawać)|\bzrezygnuj\w* z (?:subskrypcji|newslettera)
    \btarayicida .{0,12}(?:görüntüle|aç|oku)\w*|\bbu (?:e-?posta|bülten|mesaj)\S* .{0,60}(?:aldiniz|aliyorsunuz|\
      gönderil\w*)
    \b(?:almak|görmek) istemiyorsaniz\b|\babonelikten (?:çik|ayril)\w*
    \b(?:переглянути|відкрити|читати) .{0,20}браузері|\bви отримали (?:цей|це|цього)\b|\bне (?:хочете|\
      бажаєте) (?:більше )?отримувати|\bвідписатис[яь]
    (?:عرض|افتح|فتح|اقرأ) .{0,25}المتصفح|(?:تصلك|وصلتك|تلقيت) هذه|لا ترغب في (?:تلقي|استلام)|إلغاء الاشتراك
    (?:צפייה|לצפייה|הצג|פתחו?) .{0,20}בדפדפן|(?:קיבלת|קיבלתם) (?:את )?(?:ה?הודעה|ה?מייל|ה?דיוור)|(?:הסרה|\
      להסרה) מ(?:ה)?רשימ\w+|ביטול ה?מנוי
    在浏览器中(?:查看|打开)|退订|取消订阅|ブラウザで(?:見る|表示)|配信(?:停止|解除)
    """
)
