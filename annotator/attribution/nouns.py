"""The nouns by which newsrooms call those who speak: people, bodies, documents."""

from annotator.attribution.spans import listed_phrases, listed_words

PEOPLE = listed_words(
    "activist activists adviser advisers advisor advisors admirer admirers academic"
    " academics ally allies aide aides ambassador ambassadors analyst analysts"
    " anchor anchors architect architects assistant assistants associate associates"
    " attendee attendees attorney attorneys audience author authors backer backers"
    " banker bankers biographer biographers boy boyfriend brother businessman"
    " candidate candidates celebrity chair chairman chairwoman chairperson chief"
    " chiefs child children clergyman coach coaches colleague colleagues columnist"
    " columnists commander commanders commentator commentators conservative"
    " conservatives consultant consultants coordinator councilman councilmember"
    " counsel couple creator critic critics crowd customer daughter dealer"
    " defendant defender defenders delegate delegates democrat democrats"
    " demonstrator demonstrators deputy deputies detective developers"
    " diplomat diplomats director directors doctor doctors donor donors driver"
    " economist economists editor editors educator educators elder employee"
    " employees engineer engineers envoy envoys evangelical evangelicals executive"
    " executives expert experts fan fans farmer farmers father feminist feminists"
    " figure figures firefighter fisherman fishermen founder founders friend"
    " friends fundraiser girl girlfriend governor governors grandfather grandmother"
    " guard guards guest guests head heads historian historians host hosts husband"
    " immigrant immigrants individual insider insiders inspector inspectors"
    " intermediary interviewer investigator investigators investor investors"
    " journalist journalists judge judges juror jurors justice kid kids lady"
    " lawmaker lawmakers lawyer lawyers leader leaders legislator legislators"
    " liberal liberals lobbyist lobbyists major maker makers man manager managers"
    " mayor mayors mediator mediators member members men migrant migrants minister"
    " ministers moderator moderators mother nationalist neighbor neighbors"
    " neighbour neighbours negotiator negotiators nominee novelist nun nurse nurses"
    " observer observers officer officers official officials operative operatives"
    " opponent opponents proponents proponent politicians technologists advocates"
    " advocate organizer organizers others owner owners panelist panelists parent"
    " parents participant participants partner passenger passengers pastor pastors"
    " patient people person personality philosopher physician physicians pilot"
    " player players poet policeman politician pollster pollsters pope preacher"
    " premier president presidents priest producer professor professors progressive"
    " progressives prosecutor prosecutors protester protesters protestor protestors"
    " psychologist publicist publisher pundit pundits rabbi ranker rapper reader"
    " readers rebel rebels refugee refugees reporter reporters representative"
    " representatives republican republicans rescuer rescuers researcher"
    " researchers resident residents respondent respondents rival rivals scholar"
    " scholars scientist scientists secretary senator senators sergeant sheriff"
    " singer sister skeptic skeptics socialist soldier soldiers someone son source"
    " sources speaker specialist specialists staff staffer staffers star strategist"
    " strategists student students supporter supporters surgeon surrogate"
    " surrogates survivor survivors teacher teachers teammate teammates technician"
    " teenager theologian traveler trader treasurer troops trustee trustees uncle"
    " veteran veterans victim victims villager villagers viewer viewers voter"
    " voters volunteer volunteers whistleblower widow wife winner witness witnesses"
    " woman women worker workers writer writers youth congressman congresswoman"
    " billionaire mogul businesswoman frontrunner front-runner incumbent challenger"
    " contender politico hardliner loyalist loyalists moderate moderates"
    " independents independent centrist everyone everybody nobody anyone some many"
    " most few several both somebody one ones insurgents industrialist tycoon heir"
    " niece nephew aunt cousin relatives relative parishioner fellow mastermind"
    " lieutenant captain colonel general admiral commissioner commissioners"
    " superintendent principal warden chancellor dean provost monarch king queen"
    " prince princess emperor sultan emir ayatollah archbishop bishop imam cardinal"
    " cleric clerics monk monks interpreter translator"
)
PLURALS_WITHOUT_S = listed_words(
    "people men women children others some many most few several both clergymen"
    " fishermen troops youth policemen congressmen businessmen media"
)
SPOKESPEOPLE = listed_words(
    "spokesman spokeswoman spokesperson spokesmen spokeswomen spokespersons"
    " spokespeople"
)
BODIES = listed_words(
    "affiliate app brand offshoot platform subsidiary unit venture bookmaker brewer"
    " broker chain consultancy exporter grocer lab lender parent supermarket"
    " supplier bloc retailer academy administration admiralty agency agencies"
    " airline airlines airport alliance archdiocese army arm association assembly"
    " authority authorities bank banks board brigade brotherhood bureau business"
    " cabinet camp campaign campaigns carrier caucus center centre chamber charity"
    " charities church city clinic club coalition college command commission"
    " committee committees community companies company confederation conference"
    " congress consortium contractor cooperative corporation corps council councils"
    " county court courts department departments diocese district division embassy"
    " establishment executive faction factory federation fbi firm firms force"
    " forces foundation front fund government governments group groups guard house"
    " hospital hospitals industry insurer institute institution institutions"
    " intelligence junta laboratory league legislature lobby maker manufacturer"
    " manufacturers mayoralty military militia militias ministries ministry mission"
    " mosque movement museum nation nations navy network networks nonprofit office"
    " offices operator order organisation organisations organization organizations"
    " pac panel parliament parties partnership party pentagon police politburo port"
    " practice prefecture presidency prison producer program project province"
    " publisher regiment regime regulator regulators republic school schools"
    " secretariat senate service services squad state states station studio"
    " subcommittee summit synod syndicate team territory town treasury tribunal"
    " troupe trust union unions universities university utility village watchdog"
    " white-house wing country countries provider start-up startup inc corp ltd llc"
    " plc co gmbh taliban kremlin downing vatican observatory gop dnc rnc nra aclu"
    " nato un eu cia nsa doj irs epa fda cdc osce imf wto WHO opec unesco unicef"
    " unhcr usda hhs dhs nasa hamas hezbollah isis isil hizbullah fatah houthis idf"
    " msf unrwa"
)
BODIES_OF_TWO = listed_phrases(
    "air force|border guard|border patrol|coast guard|city hall|fire department|high"
    " command|home guard|national guard|red cross"
)
DOCUMENTS = listed_words(
    "account accounts affidavit affidavits analysis article audit audits autopsy"
    " bill biography blog book books briefing bulletin calculations caption census"
    " column complaint constitution contract data database decree document"
    " documents dossier draft editorial email emails e-mail e-mails essay estimate"
    " estimates evidence excerpt figures filing filings film finding findings"
    " footage headline image images indictment inquiry invoices law lawsuit leaflet"
    " letter letters magazine manifesto measure memo memoir memorandum"
    " memos message messages motion movie notes notice novel"
    " opinion order page paper papers passage petition photo photos plan podcast"
    " poll polling polls post posts poster profile profiles publication ranking"
    " rankings readout record recording records release report reports research"
    " resolution result results resume review ruling rules sign signs site"
    " spreadsheet stories story statistics statement statements studies study"
    " subpoena suit survey surveys tape tapes text texts transcript transcripts"
    " treaty tweet tweets verdict video videos warrant website witness-account ad"
    " ads commercial advertisement commercials trends numbers projections totals"
)
PUBLIC_DOCUMENTS = listed_words(
    "affidavit affidavits bill census communique communiqué complaint constitution"
    " decree filing filings indictment law lawsuit memorandum order readout release"
    " resolution ruling rulings statement statements statute subpoena treaty"
    " verdict warrant"
)
"""Documents that are a body's own, whoever is named in them."""
LEAKED = listed_words(
    "leaked unpublished unreleased internal confidential anonymous secret"
)
UNIDENTIFIED_MEDIA = listed_words(
    "broadcaster broadcasters daily journal magazine magazines media newspaper"
    " newspapers outlet outlets paper press radio tabloid tabloids television weekly"
)
MEDIA_ENDS = listed_words(
    "news times post journal herald tribune gazette chronicle globe guardian"
    " telegraph dispatch courier reuters bbc cnn afp ap npr msnbc cnbc bloomberg"
    " politico magazine newspaper weekly daily inquirer press radio tv sentinel nbc"
    " abc cbs fox wire today examiner observer register"
)
OFFICES = listed_words(
    "president premier pope pontiff king queen emperor chancellor monarch emir"
    " sultan prime-minister vice-president attorney-general secretary-general"
    " first-lady speaker"
)
"""Offices that one person can hold, where the article tells of one such office."""
ROLE_WORDS = listed_words(
    "actor actress adviser advisor ambassador analyst archbishop astronaut attorney"
    " author baron bishop brigadier candidate captain cardinal ceo cfo chair"
    " chairman chairwoman chancellor chef chief coach co-founder co-chair co-host"
    " colonel columnist comedian commander commissioner congressman congresswoman"
    " congressmen consul coordinator correspondent councillor councilman counsel"
    " counselor count coroner czar dean delegate democrat deputy detective diplomat"
    " director economist editor emir engineer envoy executive fellow founder"
    " general gov governor host independent inspector journalist judge justice king"
    " lady lawmaker lawyer leader lieutenant lord manager mayor minister mogul mp"
    " musician nominee officer official operative owner pastor pollster pope"
    " premier president prime prince princess principal professor prosecutor queen"
    " rapper rep reporter representative republican researcher reverend scholar"
    " scientist secretary sen senator sergeant sheriff singer sir spokesman"
    " spokeswoman spokesperson speaker strategist superintendent surgeon treasurer"
    " undersecretary vice writer historian dr mr mrs ms mx prof dame rev capt col"
    " gen lt maj sgt cmdr adm cpl amb sheikh imam rabbi ayatollah sultan"
)
COURTESY = listed_words(
    "mr. mrs. ms. mx. dr. sen. rep. gov. gen. lt. col. maj. capt. sgt. prof. rev."
    " adm. amb. sens. reps. govs. pres. hon. cmdr. cpl. det. insp. supt. atty. mr"
    " mrs ms dr sir dame lord lady sheikh"
)
PRONOUNS = listed_words("he she they it i we who you one")
OTHERS = listed_words(
    "some others many several few most both critics everyone one another"
)

PUBLIC_ROLES = listed_words(
    "actor actress architect author billionaire candidate champion coach congressman"
    " congresswoman front-runner frontrunner governor incumbent justice mayor minister"
    " mogul nominee novelist pontiff premier pope president prime-minister professor"
    " secretary senator singer tycoon vice-president"
)
"""What "the …" calls somebody whom an article has introduced by name."""
ORGANIZATION_ENDS = listed_words(
    "ab ag ai air airlines airways aid analytics associates bhd biotech borders"
    " brands capital chemicals co co. corp corp. economics electric energy"
    " entertainment fc federation foods frontières gas gmbh group holdings inc inc."
    " industries instruments international investors labs limited llc llp logistics"
    " ltd ltd. markets media mining mobile motor motors nv oil oy partners pharma"
    " pharmaceuticals plc properties rail railways research resources robotics"
    " rovers sa securities semiconductor shipping software solutions sons staff"
    " steel stores studios supermarkets systems technologies technology telecom"
    " telekom united utilities ventures watch water wealth works yard"
)
HOLDERS = listed_words(
    "ambassador chairman chairwoman chief commander director envoy governor head"
    " leader mayor minister nominee premier president secretary senator speaker"
    " commissioner incumbent monarch"
)
"""Singular offices that one person holds, where it is said of what."""
NATIONALS = listed_words(
    "american argentine australian austrian belgian brazilian briton canadian"
    " chilean croat czech dane democrat dutchman dutchwoman egyptian englishman"
    " englishwoman finn frenchman frenchwoman german greek hungarian indian iranian"
    " irishman irishwoman israeli italian kenyan mexican moroccan nigerian"
    " norwegian palestinian pole republican romanian russian scot scotsman serb"
    " south-african spaniard swede syrian texan turk ukrainian welshman californian"
)
