import { type Model, withWords } from "../model.ts";

/** Whether a group of headings, items or lines lists benefits. Made by `npm run train`; not edited by hand. */
export const LISTS_MODEL: Model = withWords(
  {
    bias: -2.485,
    weights: {
      "+above umbrella": 0.015,
      "+announced * told": 0.044,
      "+as many as promised": 0.959,
      "+by above": 0.015,
      "+by above * like": 0.248,
      "+by heading": 0.186,
      "+by heading * like": 0.958,
      "+by question": 0.07,
      "+by question * like": 0.69,
      "+by sibling": 0.022,
      "+by title * like": 0.122,
      "+headed": 1.488,
      "+home group": 0.171,
      "+home umbrella": 0.173,
      "+items direct": 0.402,
      "+items like": 2.855,
      "+said benefits": 0.125,
      "+said colon * direct": 0.405,
      "+said helps": 0.159,
      "+therapy": 0.384,
      "+title umbrella": 0.016,
      "+unannounced * direct": 0.174,
      "+unannounced * subject": 1.05,
      "+unannounced * told": 0.611,
      "--asked * ill": -4.397,
      "-above aside": -0.37,
      "-above claims": -0.306,
      "-above elsewhere": -0.534,
      "-above harm": -1.474,
      "-asked * no therapy": -0.71,
      "-bad * bare": -0.25,
      "-bad * ill": -2.065,
      "-home advice": -1.565,
      "-home aside": -0.541,
      "-home elsewhere": -1.453,
      "-home harm": -0.921,
      "-home mild aside": -0.704,
      "-home organ": -0.925,
      "-home others": -0.879,
      "-home turned down": -2.287,
      "-items advice": -3.139,
      "-items alike": -1.018,
      "-items aside": -3.154,
      "-items denied": -2.666,
      "-items harm": -3.048,
      "-items long": -0.145,
      "-items odd": -1.415,
      "-items one": -1.778,
      "-items therapies": -2.308,
      "-items told by me": -0.86,
      "-items two": -1.023,
      "-only condition": -0.934,
      "-others * bare": -0.906,
      "-said advice": -1.246,
      "-said by others": -1.454,
      "-said elsewhere": -0.716,
      "-said not": -0.738,
      "-said others": -0.113,
      "-said warning": -1.277,
      "-taken back": -2.384,
      "-title advice": -0.265,
      "-title advice * announced": -0.323,
      "-title aside": -0.079,
      "-title aside * announced": -0.623,
      "-title asks": -0.054,
      "-title elsewhere": -1.249,
      "-title harm": -1.123,
      "-title harm * announced": -1.122,
      "-title turned down": -3.183,
      "-title turned down * announced": -0.572,
      "-told by others": -1.455,
      "-unannounced": -1.716,
      "-unannounced * bare": -0.664,
      "-unannounced * bare ill": -0.078,
      "-unannounced * few": -0.272,
      "-unannounced * no therapy": -0.079,
      "by above * plain": -0.241,
      "by heading * plain": -0.772,
      "by question * plain": -0.619,
      "by sentence * plain": -0.71,
      "by sibling * plain": 0.209,
      "by title * plain": -1.405,
      deep: -0.372,
      "home asked": -0.158,
      "home asks": -0.547,
      "home none": 0.207,
      "items ask": -0.449,
      "items hint": 0.812,
      "items many": 0.477,
      "items numbered": 0.105,
      "items short": 0.248,
      "kind headlines": -0.409,
      "kind leads": -0.361,
      "kind lines": -0.187,
      "kind list": -0.069,
      "kind nested": -0.234,
      "kind sections": -1.108,
      "kind table": -0.226,
      "said asks": 0.555,
      "said colon": -0.08,
      "said points": -0.214,
    },
  },
  {
    b: {
      1: "best therapi yoga",
      "0.4":
        "a action breath cbd choos consist effect famili fat find found guid inflammatori issu joint medit more not our peopl potenti practic relax report sens weight wide",
      "0.2": "about been benefit can for ha help protein stress supplement there these to",
      "0.3": "acid better but evid exercis good healthi improv matter multipl over read reason two were",
      "0.5":
        "address align altern bone chiropract extens focu gain heal it journal known mani minut movement posit postur regularli routin start strength them well why",
      "-0.3":
        "affect ag balanc becaus boost consid develop everi lead level mechan might mobil my out pro process step system take type understand up web without",
      "0.6":
        "among anti care experienc extract fresh grow neg oil pilat stabil trial turmer us walk which woman",
      "-0.5":
        "an ani by calm categori compet content crucial damag data especi here ill infect intak kei low measur phase platform protect readi real remain ritual see seriou set signal situat solut some todai",
      "0.1": "and of that with",
      "-0.8": "app hormon into through",
      "1.1": "appli",
      "-0.6":
        "befor beyond creat defici depend end goal happen integr market metric monitor need night part rais regul requir symptom time tool",
      "-0.7": "biolog complex context convers cross includ medic sign statu still too track watch",
      "-0.4":
        "blood brain check chronic cold common complet current emot feel form function herb high how impact implement incorpor influenc keep let look method new off onli plai possibl problem rate risk sever sleep thi those tradit user variou while your",
      "-0.2": "bodi like make natur other",
      "-0.9": "claim critic exampl marker test",
      "-0.1": "in on or the",
      "-1": "interact live",
      "-1.2": "involv",
      "0.8": "regular treat",
      "0.9": "result",
      "0.7": "root",
    },
    f: {
      1: "allevi antioxid autophagi damag detoxif detoxifi endotheli flush improv inhibit mitochondri nasal neuroinflamm nitric rejuven sinu sooth stimul",
      "-0.9":
        "0 behavior black blue busi categori consum differ execut explain group hemp menopaus name nutrit object onli pco rule simpl teach vegan world",
      "0.5":
        "acceler acupunctur acut air allergi antibacteri arthriti calm cell dry emot energi faster headach hive increas live longev prostat releas smooth sweat temperatur tight",
      "-0.4":
        "access as benefit best child combin common commun continu control cut dai doe extend fertil find focu food heavi higher lean let medic moder nut posit postur pregnanc proper red regul regular rich side sit stand start thyroid total track type veri walk what when",
      "0.6":
        "activ and ankl asthma comfort decreas digest enjoi fever fewer gaba growth heal heat osteoarthr plantar relax sore strain swollen wake zinc",
      "-0.6":
        "address ag ask athlet carb carbohydr chang clinic color compar consult eat english fit goal imag irregular kei learn modifi most mugwort onlin option plan practic prefer purpos recommend screen shift should specif sugar t technolog those with",
      "-0.8":
        "adjust advanc all ar author beginn box brown code collect consid custom decis design diabet disciplin dr educ exercis flower genet guid healthcar highli how industri instruct manag modern obes particip peopl person polycyst popular profession same seed singl skip specialist split tool warrior white who",
      "-0.7":
        "adult ai altern choos data develop digit e exampl famili fast fish heart ident implement intermedi is label larg local man mark market menstrual non not often older period plant precis predict q regist round sex suitabl task technic test the transit two understand work ye yoga",
      "0.9":
        "aid anti bacteri collagen covid decongest fight inflammatori it resili smoother stronger stuffi tendon tissu viral",
      "-0.5":
        "alwai cbd chia cultur dietari doubl experienc fat fatti fear first fix folklor gap good green high identifi intermitt leav lifestyl low medit mondai move movement normal on organ part patient pre ptsd push replac share statu step stop tradit train visual voic where whole wide workout",
      "0.7":
        "analges anticanc antimicrobi antivir balanc chill chronic clearer cool dehydr fluid healthier impair instant irrit less migrain nerv oxygen preserv puffi restor scalp steam stress youll",
      "0.3":
        "anxieti blood brain diarrhea effect feel gut healthi keep long mental metabol recoveri stai sustain to",
      "-1": "approach background between center class cluster correct diet follow individu mani method principl reason standard univers",
      "-0.3":
        "avoid consist cost daili dark do easi fatigu gener gentl hormon in minim monitor poor research short social thei upper vitamin",
      "-1.3": "base defin",
      "1.3": "better cold reliev respiratori",
      "0.8":
        "bladder combat cough dna enzym hepat infect injuri lymphat neuroprotect overal protect refresh relief sneez sprain stiff strengthen tension toxin unlock urinari vaccin vascular weaken",
      "0.2": "bone hydrat mai more post",
      "1.2": "boost enhanc help immun oxid",
      "-0.2": "breath muscl no strength",
      "0.4": "cardiovascular flexibl hip lung memori mild modul save skin sleep swell warm",
      "1.1": "cartilag circul eas flu inflamm joint potenti reactiv repair support wound",
      "1.4": "cellular promot",
      "-1.1": "femal framework languag paleo pattern team vegetarian why",
      "-1.2": "meet program us woman",
      "1.7": "prevent",
      "1.9": "reduc",
    },
    h: {
      "0.2": "0 bodi mai why",
      "0.9": "acupunctur vitamin",
      "-1": "advantag ergonom item upgrad",
      "-0.7":
        "all basic break categori caus consider engin equip issu kit metric mistak not plan prioriti relat strategi task",
      "-0.2": "and good health potenti skin well",
      "-0.5":
        "anti big block choos complet detect food gener guid gut healthi link monitor postur pro problem resourc risk rule storag surgeri wai workout",
      "-0.6":
        "anxieti app audit cook fit fix injuri instruct make might more pain pattern pick prep quick real reduc shoulder step stress symptom term tool",
      "0.8": "applic can evid help magnesium treat",
      "0.4":
        "ar as beyond cardiovascular data diseas energi hair ingredi leg measur result specif support upper",
      "0.6":
        "athlet bath blend bone chang cognit expect experi mechan natur note protein relax scienc stori studi train",
      "-0.4":
        "balanc be by common connect core cue factor focu game goal happen includ long manag meal overview program recommend sleep slide thi time tip top understand valu when woman your",
      "-0.3":
        "base better build if kei minut muscl need of optim option post protect recoveri supplement to treatment what who",
      "0.7": "benefit boost doe exercis ha heal metabol mind research strong synergi tea therapi us",
      "-0.8": "best consid faq hidden home monthli phase practic smart tracker",
      "-0.9": "budget featur gear get lifestyl object setup track",
      "0.3": "care condit effect for glp improv known morn my nutrit oil physic vs yoga",
      "0.5": "cbd clinic creatin d disord is powder probiot protocol scientif sport with",
      "0.1": "how",
      "1.4": "therapeut",
    },
    i: {
      1: "ach allevi asleep chronic cognit emotion endotheli energet exacerb feel flow healthier heighten inflam inner mental myocardi pelvic relax sad scar score sluggish stabil urinari",
      "0.1": "0 be bodi than when your",
      "-0.1": "a acid back chang make weight",
      "0.9":
        "abdomin acut angina arous colorect decreas drop enhanc forgiv gastrointestin headach incontin insomnia intimaci more mortal mucos nervou osteoarthr peripher prevent protect pulmonari radianc remodel sciatica significantli spinal strength subject suffer tendon throughout urgenc young younger",
      "0.5":
        "abil achiev apnea appl been benefici berri bloat bone burnt cancer capac cardiac constant cough cure diabet diarrhea disc diseas disturb drainag endorphin enjoi flower fractur fresh function gland ha hamstr healthi last live mai much nasal onion open overcom parkinson peel peopl potato preserv prone ptsd relat repair report restor shock sick signific slow smaller stai stress thought vagin viscer wa wake youll",
      "-0.8":
        "abov activ adjust aesthet alanin amplifi anim antagonist appropri aspect assess bar berberin bicarbon bill bond broad budget caffein categori chai checkup chemistri choos click clinic coffe command commerci commit complementari comput conclus conduct creation cue dairi dental dentist desk determin diet directli electr emf employ employe endocannabinoid environment establish excel expert financi fish folat folic gluten gp habit heavili hiit hold how import infrar intellig invis involv iron ketogen kit korean lab languag laser latt led licens macro made manganes mechan media metric mini model modifi monthli net onli opportun or own packag pathwai payment phosphoru physician physiotherapi pocket polici pose primarili prioriti proton push question rai real recycl referr regist regular reput requir reward ritual role routin rule safe schedul scienc scope secur setup sheet shop signal soap soda standard strict sugar survei swap task the then threshold thrust toothpast tracker tradit traffic transpar turn vegetarian version view vitamin wax wearabl why world",
      "-0.7":
        "absorb address align alli analyz anoth appoint architectur atp augment background bake bank behind benefit beverag black block both brace break bui built camp candl carbohydr casein cat chair charg charm chase clai class clean clinician combin commun complement construct counsel coverag critic crown danger defin discoveri door dopamin dr draw each earn ensur entir enzym exampl expand extend face fast first focus food form frame gather gear gene global glutathion glycin gold heavi here homocystein hous hygien ic idea ingredi instal intak integr interfer jump label lactat light magic magnesium makeup mat match matcha materi microsoft milk miner mistak monei monitor navig necessari neutral newslett ongo out overhead palm pass pilat pin pleas plu potassium practic precis prefer premium prescript press priorit procedur protein pull rais ratio react readabl receptor recip refin relev salt scale second seo set share should skip skull slide squat subscrib suffici superfood sweeten sync thc through transform translat tryptophan valu versatil visit visual whiten wide x zone",
      "-0.3":
        "absorpt across all allergi as befor blend but center certain cleans clear compound content deadlift detect doe doesnt dont elev environ event evid extens flavor forward g good hard hydrat immedi includ individu intens intern intervent larg lift low measur modul move parent period person phone pro profil pure purpos reach repetit room round site small speed structur success sunlight sustain system target them toward trigger video",
      "-0.6":
        "ac accur amino amount anchor b ball bath big biolog book bottom boundari brew browser builder burpe butter button cabl calendar cannot carb cbt certif certifi clock coach complet complianc concern consciou contamin continu contour conveni correct cow cream creat creatin crunch deliv demand dii dip discount disinfect dog doubl edg effici effort electrolyt email ergonom espresso etc except exercis exist explain exposur fit fly formul front further gaba goal guard gym hand harm heat herb herbal hierarchi holist household implant inhibitor instead institut investig keton keyboard law layer librari limit local lock mask massag meat medicin minut mixtur mode molecul most must network norepinephrin nurs omega our photo pill place plank plate portabl possibl pre prep price privaci probiot puls reflect request review safeti sea seek ship side solv sourc stack straight strip style substanc suit sunscreen synthesi templat text therapist throw togeth track train trust tweet u under understand univers vagu variabl variou vertic via vs wast websit work",
      "-1.2":
        "access addit advanc bind by candid charcoal collabor competit detail econom feedback framework java kei latest leader market metal on paleo plan princip principl programm quantum quick replac robot sale sequenc skincar solut special startup suitabl sulfat switch tabl tailor trend upgrad zero",
      "-0.5":
        "account accuraci advantag aerob almond an analysi angl answer apart api app arm author automat ayurved beef behavior bench bend blue bottl breastfeed brush bundl c chain chees chin chiropract chocol clearanc cloth cook could cours cultur curcumin d deliveri depth deriv dna document dumbbel easi easili ecosystem elimin floor formula full futur game gap gener glass googl grade ground group handl hemp ident identifi if intermitt invas io isnt k learn legal let level liquid longev meal medium mind movement natur neurotransmitt now nut optim pair paper parti partner phase pillar plant primari public regularli remedi remov repeat rest revers save seat separ serotonin situat skill smoke snack social some speak stand teach todai touch two usag user valid variat voic weekli what whei where whether wisdom with workout worth",
      "0.4":
        "acn airwai alert appear awar bacteri banana basil birth burden burn can collagen compress creativ dai deeper difficulti easier failur fine focu found fruit glute gut imbal intestin itch late lead lymphat month neck obes occur of older overnight pain particularli persist pore postpartum psoriasi refresh resist retent shorter stimul stomach think thorac tissu troubl type year",
      "-0.9":
        "action agil analyt applianc ar attract beginn border box calcium cannabinoid capabl care carefulli cbct cheat cloud cofactor complex concurr consum contact convent convers cover cross crystal customiz data defici detox discuss doctor driven dual dynam earth edit educ emerg enabl engin estat everydai execut explor fair fluorid follow grid hidden home identif indirect initi insight instruct intent intermedi internet interpret job kitchen land launch leadership logist manufactur master meet minim mirror mission molecular multi need no offic orthodont pai parallel point pop prenat print printer product proof proper reason reusabl right roof same satur sauna scientif screen search select simul sodium sole specialist specif split supervis synthet timer tip toothbrush toxic treatment urban vehicl water weapon web which window workflow ye",
      "-0.4":
        "actual ad add adequ alcohol allow alpha appli at awai bag barbel bean beauti bed biomark bread breakdown brown cant cardio carri cbd circl close coconut color consumpt curl disciplin displai drink drive drug e egg estrogen everi excess exfoli exhal extra factor fat fix genet glp glucos gum high hing hormon hot imag inhal interv is labor major manag mani matter melatonin mix multipl name near new nois off oil oliv pack page part pattern per perfect plai posit potenti prepar process proven put rather record rep rice rich rins roch romanian row see serum session short sit slowli space start statu stick store sun synergist t tea their to transfer uk uniqu us wash wear word",
      "0.8":
        "adhes agit alzheim awaken balanc bowel bronchiti cartilag cell cholesterol clearer copd damag dandruff death declin deficit disord distress dysfunct energ faster flare follicl had health healthspan hip inflamm injuri irrit longer lose man mass motil osteoporosi peac prematur properti recurr reliev renal respiratori restless rheumat satieti scalp shed softer sooth struggl support tend tender tens thicken tumor upset wors wrinkl youth",
      "-1.1":
        "adopt advic afford ai autom avoid basic best beyond bottleneck broader carrier coin consid constraint consult context copper cost defi devic diagnost dietari direct disadvantag dive donat equip evalu expens govern gpt guidanc highli hybrid hydroxyl inform infrastructur interfac invest machin manual medic modif offer oper outreach oversight placement popular profession project prompt protocol recommend research resourc retail scalabl scan step stock strategi sulfit tap team tech these thorough thread top trade util valuabl worker",
      "0.7":
        "adult ag ankl atherosclerosi becom boost brittl chanc coliti combat constip contribut courag cramp de depress desir discomfort dryness eczema esteem fade fall fewer fibromyalgia glow grate happi healthifi hope hypertens impair it joi lesion ligament loneli lost lymph memori moment musculoskelet neurodegen neurolog neuropathi nourish obstruct overweight pressur problem regener rejuven relaps relief rheumatoid sclerosi sexual shrink skin smooth sprain surround textur tight tighten tomato treat unstabl vessel weaken worsen wound",
      "0.3":
        "affect also anti antimicrobi antioxid cold cool earli effect endur fever flexibl fluid gradual growth have increas irregular know line love maintain me mobil muscl nausea neuroprotect numb post rash return sensat shoulder show so sore stabl state sweat temperatur thei upper weak without woman",
      "0.6":
        "after aid ailment am anxiou arteri attack barrier blood breast carpal carrot cellular cervic circulatori circumfer colon complexion complic condit crohn cuff cultiv densiti depriv diminish dull ear enlarg exhaust fight fog frozen gratitud hungri i ib in indigest infertil issu keep kidnei leav life lighter loosen lubric lung male marker middl mild modest pancreat perceiv plantar plaqu puffi rebuild resolv sarcopenia sever shown sinu sinus slower soften strain stroke swollen tear throat tire tone ulcer vasodil vital wellb you",
      "-1": "algorithm ani argument assist avail board bridg brief buffer busi card channel cheap check chemic choic chromium claim code comparison compat compet comprehens contrast convert cosmet craft current decis dioxid domain eco editor element entri farmer featur field filter friendli fund gate guid implement interact into introduct iodin iot item keto knowledg lifestyl list logic magnet map methyl modal nac negoti non numer nutrit onlin order ownership paid panel paraben pesticid pharmaceut pharmaci power practition purchas realiti recognit regulatori reliabl remot rigor selenium servic singl smart softwar soi starter student synchron synergi technic techniqu test therapi thi tier transact transport vegan wise",
      "-1.5":
        "altern approach compani design exchang free healthcar holder industri leverag method platform reli stake",
      "0.2":
        "and area brain breath caus consist deep do dry especi even experi ey get higher inflammatori long metabol my often physic qualiti result self sleep that",
      "1.9": "anxieti better",
      "-1.6": "applic atom substitut telemedicin virtual",
      "-1.3":
        "arsen artifici benchmark brand carbon crypto decentr electron embed ethic expertis explan financ hydrogen incent innov insur ion llm methodolog multivitamin organiz partnership patent privat program repres revolution scam sector simplifi supplement takeawai theori trace vote",
      "1.4": "arthriti circul emot help immun joint lower migrain stronger",
      "1.1":
        "asthma cerebr comfort congest energi erect erectil firmer infarct muscular nighttim prostat quicker recov regain sens suppl syndrom tract traumat",
      "-0.2":
        "attent build chest cortisol differ dure fatti fertil for great hour leg medit moder not nutrient other pregnanc provid releas take time up veri warm",
      "-1.7": "base custom tool",
      "1.5": "bladder digest recoveri reduct tension",
      "-1.4":
        "bound collect concept digit echo landscap modern object option simpl stakehold strateg tactic technolog wallet",
      "1.3": "calm elast greater libido mood nocturia overal stiff urethr urethra vascular",
      "1.6": "calmer clariti promot reduc resili",
      "1.7": "cardiovascular",
      "1.2":
        "confid eas edema felt happier less microcircul notic onset risk sharper smoother spasm stamina strengthen symptom",
      "2.2": "improv",
    },
    x: {
      "-0.7":
        "0 advoc ai allow appli approach asset autom be compani complianc decis default defin deploy engin exchang file foundat framework gener github healthcar highli ident integr locat md necessari no nz order polici privaci program react recommend redirect save secur skill store sustain technic test thi websit",
      "-0.3":
        "abil ag along antibiot ar area attack balanc basic beauti behavior built by carri color commun complet compon contribut cours data design due e each estrogen evalu famili fight fluid follow forc get ha hard harm here howev hydrat immun increas involv iron level limit low major market materi measur new normal number onlin option our pai pattern place potenti priorit process produc purpos quickli rais receiv red requir right role safeti see seed set sleep standard state strength support sure target task techniqu that thei to turn under via who whole world",
      "-0.4":
        "about absorb accord account accur adjust advanc aid alwai ani around avail avoid best block but capabl care caus center ch cloth com concern consid contract correct critic defens depend detect diagnos drive effici effort environment exfoli expert extra face featur five focus for high histori holist hormon how http identifi if imag impact individu industri influenc item job kei kidnei koop label lack layer light maintain medicin offer or other output part physician plant platform practic prefer problem product proper protein put quick readi real recip reli remedi respiratori rout run same secret sever simpl smoothi softwar step storag tailor talk therapist thyroid track transport treatment wast water yoga",
      "-0.5":
        "abov ad adapt add address advic affect all allergi assess autoimmun bind browser card categori caution certain choic coach commit common comprehens consult coordin cream dementia detail determin distribut doctor eat environ error fix free friendli genet global googl gp hair handl health hepat home id index indic infect intellig interact isnt known languag log main member method name nation organ own pass perfect popular practition prescrib principl purchas reaction remot rich section seek server share shop should structur supervis tabl team tell top underli updat vaccin valu valuabl variabl viral virtual viru warn",
      "-1": "access ensur includ privat resourc",
      "-0.2":
        "achiev aim amount anti between calcium challeng connect content dry essenti excess factor find first flow food go growth intak know lead line load lot matter mean moder moistur non nutrit oxygen physic power protect provid race regul risk solut specif speed stimul therapi there too treat volum with within",
      "0.2":
        "acid act appear associ back becaus been cell cold daili deep focu improv in lose mix my never out period posit pressur restor session shoulder signific take up we without",
      "0.4":
        "acn acut allevi appl better bottl consist consumpt cup cut deeper diabet discomfort even everi experi extens fill found ginger glute help injuri juic later lower mani me menstrual mg month morn most neck nerv oral outcom pain particip quiet recent research sens settl significantli sit strengthen stretch stronger subject swing until vascular when you",
      "-0.6":
        "action agent an analyt and antibodi applic author busi calcul chang channel check collect condit contact creat crucial custom deal discov distinguish dog easi educ employe exist financi good guid guidanc import instruct invest js knowledg learn lifestyl live map monei monitor not nutrient object onli optim overview page path person plan profession recogn refer result search simplifi site situat special specialist spread statu such templat their these tip trust understand unless us variou web what",
      "-0.8":
        "addit deploi domain exampl execut govern implement infrastructur make medic must net oper pack public servic system tool util",
      "0.8": "after asleep befor it music rct",
      "0.5":
        "afternoon anxieti bedtim cardiovascular citru compound cramp crave cycl demonstr distract down endorphin et evid experienc felt fewer genuin gum half implant laser lift listen ly metabol minor modest moment mood open perhap plaqu pm publish random semaglutid seri show spinal strongest temporari wa yourself",
      "0.6": "al am brace dental dure earli fall i joint journal leg of onion report sharp studi tooth wake",
      "0.1": "also energi from function have over reduc tissu train",
      "0.3":
        "as bloat brain breath chest collagen dai diet drop effect engag everyon fiber frequent front glp hip hour human l lemon life medit meta mind more natur obes observ often onc post present reduct singl smaller smoke someth spine suggest though walk warm week workout youv",
      "-0.9": "base code develop doe enabl hire list local navig project rule sign strategi",
      "0.9": "burn shorten trial",
      "1.1": "calm eas ye",
      "0.7": "clinic earlier gratitud placebo strong x",
      "-0.1": "exercis is loss symptom the time while your",
      "-1.1": "inform manag",
    },
  },
);
