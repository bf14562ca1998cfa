"""The words by which it is seen that a paragraph behind a dash is told, in the languages that write speech so."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# Verbs that tell who speaks, in the forms in which they stand beside speech. English and German write no speech so.
REPORTING_VERBS = _words(
    # Ukrainian, Russian
    "сказав сказала сказали каже кажуть мовив мовила заявив заявила заявили заявляє додав додала додали додає",
    "повідомив повідомила повідомили повідомляє зазначив зазначила зазначили зазначає наголосив наголосила наголосили",
    "наголошує підкреслив підкреслила підкреслює розповів розповіла розповіли розповідає розповідають пояснив",
    "пояснила пояснює пояснили написав написала пише відповів відповіла відповідає запитав запитала запитує питає",
    "спитав спитала говорить говорив говорила зауважив зауважила зауважує визнав визнала визнає запевнив запевнила",
    "запевняє уточнив уточнила уточнює пригадав пригадала згадує згадав згадала попередив попередила ділиться",
    "поділився поділилася резюмував резюмувала констатує констатував констатувала коментує прокоментував",
    "прокоментувала вважає переконаний переконана вигукнув вигукнула пообіцяв пообіцяла обіцяє підсумував підсумувала",
    "підсумовує продовжує продовжив продовжила стверджує усміхнувся усміхнулася усміхається сміється зітхнув зітхнула",
    "зітхає прошепотів прошепотіла крикнув крикнула закликав закликала жартує пожартував пожартувала сказал сказала",
    "говорит говорят заявил заявила добавил добавила сообщил сообщила отметил отметила пояснил пояснила рассказал",
    "рассказала рассказывает ответил ответила спросил спросила объяснил объяснила подчеркнул подчеркнула",
    # Polish
    "powiedział powiedziała powiedzieli mówi mówił mówiła mówią dodał dodała dodali dodaje stwierdził stwierdziła",
    "stwierdza oświadczył oświadczyła napisał napisała podkreślił podkreśliła podkreśla zaznaczył zaznaczyła zaznacza",
    "wyjaśnił wyjaśniła wyjaśnia tłumaczy tłumaczył tłumaczyła zapewnił zapewniła zapewnia przyznał przyznała",
    "przyznaje ocenił oceniła ocenia poinformował poinformowała informuje zapytał zapytała pyta odpowiedział",
    "odpowiedziała odpowiada odparł odparła ostrzegł ostrzegła ostrzega zapowiedział zapowiedziała zapowiada opowiada",
    "opowiadał opowiadała wspomina wspominał wspominała relacjonuje relacjonował relacjonowała komentuje skomentował",
    "skomentowała przekazał przekazała przekazuje obiecał obiecała krzyknął krzyknęła zauważył zauważyła zauważa",
    "przypomniał przypomniała przypomina żartował żartuje śmieje uśmiecha uśmiechnął uśmiechnęła westchnął westchnęła",
    "podsumował podsumowała podsumowuje twierdzi uważa apeluje wskazuje wskazał wskazała szepnął szepnęła rzekł",
    "rzekła",
    # Swedish, Danish, Norwegian
    "säger sa sade tillägger tillade berättar berättade förklarar förklarade menar menade svarar svarade frågar",
    "frågade undrar undrade konstaterar konstaterade uppger uppgav betonar betonade varnar varnade kommenterar",
    "kommenterade anser tycker lovar lovade bekräftar bekräftade minns ropar ropade medger medgav fortsätter",
    "fortsatte sammanfattar påpekar påpekade utbrister hävdar understryker skriver skrev skrattar ler suckar hälsar",
    "inflikar resonerar siger sagde tilføjer tilføjede fortæller fortalte forklarer forklarede mener mente svarer",
    "svarede spørger spurgte konstaterer konstaterede understreger understregede oplyser oplyste advarer advarede",
    "fortsætter lover lovede bekræfter bekræftede erkender erkendte vurderer vurderede lyder griner smiler sukker",
    "råber udtaler udtalte sier legger fortsetter spør spurte konstaterte understreker understreket opplyser opplyste",
    "advarte bekrefter bekreftet innrømmer innrømmet vurderte ler roper ropte uttaler uttalte synes hevder poengterer",
    "oppsummerer skriver",
    # Finnish
    "sanoo sanoi kertoo kertoi toteaa totesi kysyy kysyi vastaa vastasi lisää lisäsi arvioi muistuttaa korostaa",
    "huokaa",
    # French
    "dit disent disait déclaré déclare déclarait affirmé affirme affirmait ajouté ajoute ajoutait expliqué explique",
    "expliquait assuré assure indiqué indique souligné souligne précisé précise estimé estime annoncé annonce répondu",
    "répond lancé lance écrit confié confie rappelé rappelle martelé martèle regretté regrette insisté insiste",
    "prévenu prévient raconté raconte témoigné témoigne répété répète résumé résume constaté constate reconnu",
    "reconnaît admis admet conclu conclut commenté commente plaidé plaide promis promet averti avertit demandé",
    "demande interrogé interroge poursuivi poursuit glissé glisse plaisanté plaisante soupiré soupire exclame exclamé",
    "exclamée lâché lâche justifié justifie observé observe rétorqué rétorque murmuré murmure crié crie ironise",
    "sourit",
    # Spanish, Portuguese, Catalan, Italian
    "dijo dijeron dice dicen decía afirmó afirma declaró declara añadió añade explicó explica aseguró asegura señaló",
    "señala subrayó subraya indicó indica escribió respondió responde preguntó pregunta advirtió advierte sostuvo",
    "sostiene manifestó manifiesta comentó comenta recordó recuerda reconoció reconoce apuntó apunta insistió insiste",
    "admitió admite contó cuenta relató relata lamentó lamenta destacó destaca recalcó recalca prometió promete",
    "anunció agregó agrega precisó precisa concluyó concluye matizó matiza expresó expresa zanjó zanja reiteró",
    "reitera replicó replica contestó contesta avisó avisa confesó confiesa exclamó exclama gritó grita resumió",
    "resume detalló detalla susurró bromeó bromea suspiró suspira rió ríe sonrió sonríe murmuró prosiguió prosigue",
    "disse disseram diz afirmou afirma declarou acrescentou explicou contou respondeu perguntou digué diu afegí",
    "explica assegura disse dice aggiunge aggiunse spiega racconta risponde chiede",
    # Turkish
    "dedi dediler diyor diyerek söyledi söylüyor konuştu ekledi ekliyor belirtti belirtiyor açıkladı vurguladı sordu",
    "soruyor yanıtladı cevapladı anlattı anlatıyor etti getirdi kaydetti uyardı haykırdı fısıldadı seslendi kullandı",
)
# What may stand between the dash and the verb: auxiliaries, pronouns that lean on the verb, words like "also".
BEFORE_VERBS = _words(
    "a ont avait avaient aussi ainsi encore ensuite se s’ s' me lui leur nous m’ m' l’ l' y har hade ha också även ju",
    "så nu også da nå han hon hun ha siis le les nos también además ya lo також ще теж потім же нам мені він вона",
    "вони їм так też także również jeszcze nam mi on ona tak jak diye şöyle böyle ifade dile sözlerini ifadelerini",
)
# These, behind the verb, make it part of what is said: "– I say that …", "– Вони кажуть, що …".
SUBORDINATE = _words("att at que qu qu’il qu’elle що что że iż ki che hogy että")
FIRST_PERSON = _words(
    "jag vi du ni jeg je tu nous vous yo nosotros я ми ти ви мы вы ja my ty wy ben biz sen siz minä eu io man on",
)
# What people say, not somebody.
HEARSAY = _words("кажуть говорят mówią disent dicen dizem")
