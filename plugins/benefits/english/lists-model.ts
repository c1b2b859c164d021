import { type Model, withWords } from "../model.ts";

/** Whether a group of headings, items or lines lists benefits. Made by `npm run train`; not edited by hand. */
export const LISTS_MODEL: Model = withWords(
  {
    bias: -4.043,
    weights: {
      "+above umbrella": 0.04,
      "+announced twice": 0.059,
      "+as many as promised": 2.192,
      "+by above": 0.04,
      "+by above * like": 0.112,
      "+by heading": 0.067,
      "+by heading * like": 0.958,
      "+by question": 0.193,
      "+by question * like": 0.809,
      "+by sibling * like": 0.019,
      "+by title * like": 0.039,
      "+headed": 1.444,
      "+home group": 0.146,
      "+home umbrella": 0.209,
      "+items direct": 0.641,
      "+items like": 3.28,
      "+said benefits": 0.484,
      "+said benefits before": 0.16,
      "+said colon * direct": 0.065,
      "+said helps": 0.43,
      "+therapy": 0.701,
      "+unannounced * direct": 0.15,
      "+unannounced * subject": 1.036,
      "+unannounced * told": 0.266,
      "--asked * ill": -3.8,
      "-above aside": -0.217,
      "-above claims": -0.297,
      "-above elsewhere": -0.563,
      "-above harm": -1.296,
      "-asked * no therapy": -0.96,
      "-bad * bare": -0.439,
      "-bad * ill": -2.837,
      "-home advice": -1.751,
      "-home aside": -0.635,
      "-home elsewhere": -2.004,
      "-home harm": -0.733,
      "-home mild aside": -0.356,
      "-home organ": -0.918,
      "-home others": -0.639,
      "-home turned down": -2.257,
      "-items advice": -3.4,
      "-items alike": -1.136,
      "-items aside": -3.651,
      "-items denied": -2.823,
      "-items harm": -2.314,
      "-items long": -0.607,
      "-items odd": -1.632,
      "-items one": -2.848,
      "-items therapies": -2.331,
      "-items told by me": -1.123,
      "-items two": -1.255,
      "-only condition": -0.601,
      "-others * bare": -0.379,
      "-said advice": -1.566,
      "-said by others": -1.275,
      "-said elsewhere": -1,
      "-said not": -1.162,
      "-said others": -0.418,
      "-said warning": -0.898,
      "-taken back": -2.071,
      "-title advice": -0.295,
      "-title advice * announced": -0.353,
      "-title aside": -0.37,
      "-title aside * announced": -0.521,
      "-title elsewhere": -1.269,
      "-title harm": -1.507,
      "-title harm * announced": -1.276,
      "-title turned down": -2.828,
      "-title turned down * announced": -0.024,
      "-told by others": -1.674,
      "-unannounced": -1.494,
      "-unannounced * bare": -0.435,
      "-unannounced * few": -0.132,
      "by above * plain": -0.087,
      "by heading * plain": -0.891,
      "by question * plain": -0.625,
      "by sentence * plain": -1.221,
      "by sibling * plain": -0.092,
      "by title * plain": -1.907,
      deep: -0.368,
      "home asked": 0.087,
      "home asks": -0.661,
      "home none": 0.935,
      "items ask": -0.298,
      "items hint": 0.682,
      "items many": 0.32,
      "items numbered": -0.046,
      "items short": 0.392,
      "kind headlines": -0.255,
      "kind leads": 0.041,
      "kind lines": 0.274,
      "kind list": 0.017,
      "kind nested": -0.26,
      "kind sections": -1.093,
      "kind table": -0.132,
      "said asks": 0.553,
      "said colon": 0.372,
      "said points": -0.051,
    },
  },
  {
    b: {
      1: "address foot healthi near omega onc pelvic perfect pose regular transform wide yoga",
      "0.4":
        "a align altern antioxid awar begin behavior blend breakdown but caffein commonli condit consist control could directli enabl enhanc enter even extract help hold improv individu light mai mention more move multipl observ patient peopl post pressur prevent question regularli relev review run sound water when",
      "0.2":
        "abil acid action against amaz around be big break breath burn cardio chang decreas deficit detail diabet doe eat effect ensur environment essenti exercis exposur extend ey fast faster flexibl foundat great habit i immedi intern intervent l lab later lift mild minim moment new noth notic optim phone plant practic promis psycholog recent relief rich serv small sometim sport stabil stress studi thei these translat treatment two week where whole write youll",
      "0.6":
        "about absorb add arm ask aspect calori choos clean demonstr document expect extens found hydrat issu mani matter potenti power recov report separ she singl someon supplement there uniqu why",
      "0.7":
        "absorpt advanc allow anti compar earli evid floor guid kind link lot man movement much period second shown start strong substanc woman",
      "-0.6":
        "acn alcohol amount an associ bed blood certain cold comfort complex creat daili done down effici factor few fiber framework full hour includ measur phase rang reach someth sourc tabl task technolog time",
      "-0.2":
        "act ad addit adult advantag also analysi approach balanc basic bring bui build c carri cell chain combin composit cover cross current custom defens defici detect diagnosi differ dose drive enough from function further gener go hand highlight home ill immun impact import incorpor infect irrit is itself joint lean long machin main maintain master mode monitor most muscl name next no normal note open pack page perform physic pillar plan priorit prioriti project protect publish purpos push race rare rather receptor reduc region room round safe schedul screen secondari secur session similar simpl size slowli space special standard statu step stop stori suggest surviv syndrom than their then thing threshold toler trend typic up valu varieti work yet",
      "-0.3":
        "adapt affect ag along answer at athlet attent beauti biolog blog both capac challeng characterist cognit commit competit complet compon comput con consider continu core design determin difficult doesnt dysfunct e encourag end endur environ event experi expert face fatigu featur frequenc game growth heart heavi highli input isol lack learn line love lung make market must my navig night option overal pattern peak popul popular postur principl quickli recip refer regul rest restor safeti sai sampl servic set side signific sit strategi struggl sun sustain system tool topic total track try type understand video want we while will year",
      "0.3":
        "adequ after allevi appear articl bacteria base below better between board cannot central class compound connect describ desir dietari digest direct evalu examin extern fatti focu fulli ha insight leg me moder modul necessari network offer over oxid person prefer primari proper properti provid readi realiz reliev remov research rhythm role same sens stage stand tea that variat vascular wait were workout",
      "-0.4":
        "ai appropri as babi behind block boost brain by call child close common consum content digit distinct establish fight form guidelin gut happen happi human imag industri inform insulin integr isnt kei lead least less level major mechan medicin metric modern modifi moistur motiv occur oper out press quick rate replac resourc seek stretch techniqu the though top turn veri via what with word world your",
      "0.8": "aim cancer care fine fresh last medit microbiom trigger us",
      "-0.5":
        "allergi assess avail bodi cellular choic chronic consid creatin crucial cultur data demand develop disrupt dr effort excess fall free get goe harder herb howev implement larg lower match mean mobil onlin problem profession profil qualiti remain risk see seriou skill sleep stai success technic those three tip togeth vitamin volum without",
      "0.5":
        "alwai been benefici bone case circul coffe com cycl declin energi everyth famili forc frequent good hair higher inflammatori intens it just known liver mental minut our place point protein reaction read receiv relat stimul such team them therapeut think usual who within would",
      "1.3": "among",
      "-0.9": "ani app befor critic depend food like nerv own progress requir scientif sign",
      "1.4": "appli therapi",
      "-0.7":
        "avoid becom comprehens dont especi exist feel goal harm heat high hip lifestyl look medic method month off per plai possibl red so thi tradit watch",
      "1.8": "best grow",
      "-0.8":
        "beyond brand categori collagen emot emphas ideal injuri instead keep let need older onli probiot produc rais repeat select sever some through user",
      "-1.1": "calm damag exampl how vari",
      "-1.7": "claim",
      "-0.1": "depress other show toward",
      "1.1": "engag find posit treat",
      "-1.3": "estrogen hormon too",
      "1.2": "experienc",
      "0.9": "heal journal mix oil walk which",
      "-1": "here into nutrit pro repair signal still test therapist variou",
      "-1.6": "interact involv",
      "-1.5": "live",
      "-1.2": "magnesium part solut todai",
      "-1.4": "marker symptom",
      "1.6": "neg result trial",
      "1.7": "routin",
    },
    f: {
      1: "decreas ear promot protect stronger wound",
      2: "better prevent",
      "-1.4": "0",
      "-0.2":
        "abdomin account adapt advanc altern alwai ani antivir avail bone brown built cell chang chemic chia child cinnamon clearer competit creat declin depress design develop diet digit doubl dr drink dumbbel each effici empow endur exampl facial fertil first flexibl foam gaba genet ginger good head heal heavi highli http human identifi impair individu inhal interact kei kidnei l lemon liver loss low menstrual minim move multi neg no nut obes older on other perform persist plant posit priorit profession recent scalabl simpl sit skin smoke soft start store stress stretch surgeri sweat swell teach those topic walk where write zero",
      "0.9": "acn cardiovascular cold energi glute it mai physic spinal turmer",
      "0.6":
        "act anti arthriti boost combat core faster greater injuri irrit lock long shift signific type weight",
      "0.2":
        "activ allevi allow anyon avocado choos condit connect control cut dehydr diseas durat egg extrem ey frequent gut immun increas insulin like lung mainten month need neutral night oliv pelvic place postpartum postur practic real releas sensori wake",
      "-0.4":
        "adaptogen anemia appetit carbohydr clean consist cure dai doesnt excel fall get high hold holist monitor morn nausea neck new peak pregnanc progress q recoveri research rest rich share some sore stop strong treatment weak when work you",
      "-0.5":
        "address adequ adjust antidepress back detoxif handl inflamm insomnia more non not seizur strategi strength water",
      "0.5":
        "affect cholesterol coordin correct cough feel hamstr instant often reduct slow spiritu sport stimul visibl youll",
      "-0.7": "ag exercis hydrat is person stabil versatil why",
      "0.4":
        "aid anxieti beta build burn cellular doe effect encourag fine glucos i last memori patient provid psycholog restor season sens tight urinari",
      "-0.3":
        "allergi an antibiot appli associ avoid bodi c caffein circul common conveni cost difficulti dna do dont fat fever fiber focu function goal gradual health higher ideal in lifestyl massag maxim mental moistur most motiv neurotransmitt nutrient optim organ phase power pre probiot proper quick regul self should stand sugar total trauma visual vitamin what which yoga",
      "1.1": "antioxid calm emot hip improv strengthen",
      "0.8": "asthma blood eas music notic reliev shoulder sooth",
      "1.4": "balanc less potenti",
      "-1": "benefit best fatigu heart purpos",
      "0.3":
        "break case chest chronic circadian clariti cognit diarrhea enjoi essenti fewer fight form great green headach if immedi inhibit intens irregular keep leav longer longev make particip produc resili sleep slower smooth thi to tradit treat upper vascular",
      "-0.6": "cancer cleans fish learn medic red thei",
      "-1.1": "diabet",
      "1.7": "enhanc",
      "1.5": "help support",
      "-1.7": "how",
      "-0.1": "includ la",
      "1.3": "joint",
      "0.7": "lower migrain open overal oxid",
      "-0.9": "maintain the",
      "-1.5": "manag",
      "-0.8": "muscl nutrit suitabl",
      "-1.2": "pain",
      "-1.3": "poor",
      "2.1": "reduc",
      "1.2": "sustain zinc",
      "-1.6": "us",
    },
    h: {
      1: "bath can decreas metabol regul review",
      "0.2":
        "0 audit b behavior behind challeng child cold compar comparison compon digest drink eat everi extract ey face find for ground kidnei medit normal other overal priorit ratio relief resist right rule safeti singl skincar start stori",
      "0.3":
        "about blend brain c cancer concern discomfort enhanc even follow four good habit herb hiit how immun inflamm interact isnt joint journei like main mechan morn my network prepar problem root should their tradit which",
      "-0.2":
        "acn add ai alcohol categori choic common design doctor down energi first five free from full have hidden i impact import in increas innov know manag me mix model muscl new now optim order out over overview parent plant post pregnanc pro protect reason rest run safe self servic setup simpl solut stabil standard stretch sustain thei think three treatment under usag vital warm when win world",
      "-0.3":
        "action allergi and app be block but care cell combin cycl diseas dont dry event execut factor flexibl framework go growth guid health human injuri it learn live long low major medicin need omega onli outcom part patient pelvic peopl person plan prevent qualiti requir session show them topic updat valu will",
      "-0.5":
        "actual basic build chest commun emot exampl fix food guidelin heavi hormon inflammatori insomnia issu kid level method modif most not of pattern pre principl profession read refer risk side skin some sourc special strengthen technolog to top wai woman",
      "0.8": "adapt an check exercis extens famili leg motiv note probiot upper user",
      "-0.9": "addit best disord link monitor surgeri",
      "0.4":
        "address beyond condit form ginger heat intens mai massag month movement myth night number prioriti result schedul sensit specif studi sugar support takeawai than therapi up worth",
      "-0.4":
        "adult altern assess balanc befor blood case complet content creat environ featur fertil foundat heart indic infect limit map mean or primari process recoveri remedi resourc stop symptom tabl test want week",
      "-0.7":
        "advanc affect ag anti associ consider core defici faq green home kei meal modern pain physiolog testosteron time your",
      "-1.3": "advantag phase",
      "-0.6":
        "all analysi calm choos essenti fit futur gut happen ideal list option program rate step stress supplement syndrom these thi tip track",
      "0.7":
        "am back bodi caffein cardiovascular clinic cognit continu d data evid help hip intermitt oil oral scienc stage train walk",
      "-1": "anxieti develop focu gener get make might more shoulder strategi term who",
      "1.3": "applic benefit biolog bone tea treat",
      "0.6": "ar as athlet bottom fat here ingredi is life natur progress realli relax so take",
      "-1.2": "articl base consid lifestyl reduc understand",
      "0.9":
        "boost experi mood music offer physic posit proven realist research scientif stack success vitamin zone",
      "-1.1": "by digit healthi relat workout",
      "0.5":
        "candid context creatin diabet expect hair highlight improv just line loss measur revers signal timelin where with yoga",
      "-1.5": "caus",
      "1.2": "chang critic profil",
      "-0.8": "connect emerg macronutri metric minut our quick real recommend red state target",
      "1.1": "doe flow gain mind protein sport strong summari us",
      "1.7": "magnesium",
      "-1.4": "practic",
      "1.6": "therapeut",
    },
    i: {
      1: "ach acupunctur befor bite circul glute rct sens smooth spinal strengthen tension tooth",
      2: "joint migrain",
      "0.5":
        "0 acid against an boost cell cough cramp declin deeper diarrhea dose drop dryness great i lag last market mediat menstrual motor muscl nail obliqu osteoporosi peac pelvic plantar postpartum produc rejuven resolut restless score significantli smoothi solv sprint three throughout tone urinari wave you",
      "0.2":
        "a abnorm abund achiev across advers agonist allevi alt alzheim amplifi annual anyon apnea appl area asleep attack attent autophagi avocado awai banana benefici between board bone breakdown calor chemotherapi circadian come compet composit comprehens control coordin counter cytokin danc defens definit deliv deliveri densiti desir disc discov driver durat eat efficaci electr enlarg equip event exhaust facilit famili femal flash gland glow glucagon gratitud greek hdl heal healthi healthier high hippocampu increas infertil inhibit intermitt journei keton ldl life lip liter littl lost macronutri main major man mark mild minor multipl musculoskelet mushroom next numb oatmeal often osteoarthr other outdoor palpit patienc peripher pill pillow plaqu postur practic proof prostat proven provid qualiti re reactiv ring routin sad safer scale season select sensat serotonin servic settl shape shrink simultan size skill slightli slow slower soak spiritu sprai sprain stage stick stroke substanti suppli surgeri swollen tendon thing thinner third thorac trial triglycerid try type vagin viral wa waist wait weekli wellb were who whole year yeast yogurt",
      "0.3":
        "ab acn actual amino ankl athlet babi be break bring catch caviti chemistri chronic combin compar complaint complement congest constant contribut daili deepli diabet discomfort disord done drainag earli easi elast elimin encourag especi european evid extens extra fold follicl ga gap gentli genuin gut headach hit imbal incid induc inflam known larger lead like low lymphat mani metabol month nose nourish off onset organ our panic physiolog potenti prediabet prematur presenc problem public puffi quiet rather refresh regener replenish respons restor retain roughli run scalp sensori seriou sexual shift side smell space speak stai strongest struggl success suggest suppress surviv thoroughli toxin transit traumat troubl tumor up util visibl wast your",
      "0.8":
        "abil addict cellular combat cycl eas enhanc ey fight injuri issu it kid nervou pressur result so surgic sustain tight vascular zinc",
      "-0.2":
        "about accid add adequ adhd adult aerob affect agil all alreadi analysi analyz antimicrobi antivir anxiou arteri as aspect aspirin attract autom axi bake balm band batch becaus beef behind below bench bend bia bile biolog black blind bmi box brace brown bruis budget burnout butter by calf career central chair challeng channel chees cinnamon circuit clearer cloth coach coat coffe collabor com comparison compens compon consist consum consumpt contract cortex cover cow creat crunch cultur curl dai danger dark decai delai dementia deplet despit determin detoxifi diagnos diagnosi dietari differenti disabl document dog dress driven drug dure earlier easili empathi empow engin enough ensur enter environ environment enzym episod ergonom et evalu everydai expand experienc explos extern f failur feedback ferment few fibromyalgia file fix flat flavor forward frequent front full gait gene give glass glucos glycem goal group growth guard guid guidanc guidelin gum habit hand heavi highli hiv hous hypertrophi ic idea identifi imagin immedi implement individu industri intellig isol item jaw js judgment juic kg knee know la larg lemon lie lifespan log long lot love ly machin maintain manual massiv mattress max me meal measur meet meta metric milk minim mix modern modif modifi most mostli move narrow near no noth now obstruct older oliv onli oregano over pass percept pet pin plenti popul popular portabl potassium potenc pre pregnant prep prescript price prioriti profession progesteron program prolong promis protocol quick race rash reason rebuild reflect regul regularli reliabl remov replac reproduct resourc restrict retent rise salad save sea seat secondari see sex show sign signal similar simpl sinc sit site smart social span specif spike spinach split squeez state statu still sting straight structur style swim sync t tabl tablet take target teach tend term thi thread tire total trade traffic transform tricep trigger ultra univers varieti variou veget veri vision volum vomit walk websit well will wine wors worsen wrist ye youv",
      "-0.3":
        "absorpt acceler account accur accuraci adaptogen addit ai air al alpha angl ani appli approach arm at autonom avail b basic batteri beginn benefit beyond blend block broad bug burden cant cat cbt chamomil circl clean climat clinic co coconut color competit compress concentr copper could cue deal demonstr desk detail devic direct domin dont doubl dumbbel econom educ empower even everyth execut exhal expect experi extend facial fertil fiber filter flavonoid foam focus fog fresh fruit gel go good grip hard harm hear herbal home hormon index inform infus insert intens intent interact interfer job just l lab late layer lift link lose magic magnesium map master melatonin metal method microbiom mind mitochondri multi navig neck not note nsaid oat object old optim out overwhelm pace pack parent partial plank polici pregnanc priorit publish pull puls ratio read recent recommend red relationship relev resolv right rins root safe satisfact screen search secur separ simplic singl slowli soft solut sound stem store substanc suffici sunburn synergist technolog text their them think toler top trunk turn uk understand vaccin vagu video warm wear where while withdraw work workout write www y zero",
      "-0.5":
        "access adapt adjust assess avoid base behavior breastfeed c carb carri chang chocol choic common content core cost cream decis detect dna dopamin dr fall first fit floor format formula g glp hair human impair import innov insight involv learn longev mask matter motiv mouth nausea network neurotransmitt oili part particularli patient per persist posit progress push reward rich sed seizur skincar small some strong sun synthesi techniqu testosteron time tool usag vari vasodil",
      "0.9":
        "act barrier can confid defect ear eczema effect endorphin greater health in irrit keep longer mass opioid scar skin stamina turmer",
      "-1.2": "activ on strategi the train treatment vitamin water",
      "-0.8":
        "address caus detox detoxif fatigu food into liver nutrient omega period plant review secret speed track versatil why",
      "-0.4":
        "adher altern anemia anim antidepress antifung app articl bar begin belli bond booster built caffein chemic conveni count cure data dens dental deriv directli drive dynam elbow elev emphas empti estrogen exampl extract featur flexibl follow friendli gain ginger gradual healthcar hing holist hrv http ill indic ingredi inhal initi intervent kei leaf level load maxim min nut obes ongo page peak peopl phase point powerhous press product q rais receptor regular remain remedi respiratori ritual role row safeti second share sore start stop synchron then there through topic underli user valu visit want weaken",
      "0.4":
        "after afternoon agit airwai alert alon approv bcaa beauti beta buildup chanc colorect condit correct creativ cut deep degre diminish dysfunct e els endur excess flare flow flush genet gentl half humidifi ib instant intern irregular itch lipid mai memori mortal much nasal neg neuron neuroprotect of overload oxid oxygen pco perimenopaus place pm posterior powder process psycholog raw real recruit recurr releas repair rhythm round rush sever smoother someon sport spot tast that therapeut thick thought upper woman wrinkl",
      "-0.7":
        "alcohol applic bath bed carbohydr child design differ fast fever fish heat hunger hydrat hygien infect model ph plan probiot proper purpos scalabl smoke spirit sugar tea tip toxic us weak",
      "-0.9": "allergi ar both calori diet intak lifestyl manag medicin option",
      "0.6":
        "allow also anchor antioxid bladder capac cognit complic damag depress down easier enjoi fda feel fewer fine flower frequenc function hamstr honei inner line lock moment my overal ovul patch promot ptsd rheumatoid smaller stress support temperatur thei throat tract uv viscer youll",
      "2.6": "anxieti improv",
      "-0.6":
        "appetit but colon compound custom demand doesnt excel exercis factor fat found foundat fractur herb hold hour leg light massag minut mode modul natur or possibl protein quickli rang seed sensit short should spine surfac swell under variabl visual week weight with",
      "1.9": "arthriti asthma better digest immun open reduc",
      "1.2": "balanc head hip inflamm satieti sooth stronger syndrom without",
      "-1": "best exfoli face mechan pathwai rest squat test to what",
      "0.7":
        "birth blood breath case cold decreas diseas dom faster felt marker mental mobil muscular nighttim notic o overnight pain pore post relat resist return shock signific sweat swing",
      "2.2": "calm recoveri risk symptom",
      "1.6": "cardiovascular less reduct",
      "-1.1": "care cleans if includ is monitor movement non oil suitabl",
      "1.1": "cholesterol energi insect lean mood properti resili textur",
      "1.5": "clariti help lower relief",
      "1.3": "comfort insomnia more preserv prevent relax stabil wound",
      "-1.4": "commun free medic power",
      "2.1": "de",
      "-1.6": "defici",
      "1.4": "do libido protect strength yoga",
      "-1.5": "effici how nerv poor therapi",
      "1.7": "emot",
      "-0.1": "excit wrap",
      "-1.3": "have need",
      "-1.8": "nutrit research which",
      "-1.9": "supplement",
    },
  },
);
