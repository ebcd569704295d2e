/** What a column of a training list can mean. */
export const trainingFields = [
  "email",
  "name",
  "givenName",
  "familyName",
  "title",
  "date",
  "hours",
  "starts",
  "ends",
  "cost",
  "competence",
  "project",
  "status",
  "absence",
  "kind",
] as const;
export type TrainingField = (typeof trainingFields)[number];

/**
 * Headings as HR and learning systems and forms write them, in Swedish and English, in lower case
 * without spaces and punctuation: those of Benify, Heroma, Visma, Saba, Cornerstone, Totara, Moodle,
 * Luvit, and forms of Google and Microsoft among them; and the program's own files'.
 */
export const headings: Record<TrainingField, string[]> = {
  email: words(`epost epostadress mail mailadress mejl mejladress email emailaddress emailadress
    deltagarensepost deltagarepost medarbetarensepost medarbetarepost deltagaremail
    arbetsepost epostarbete epostarbetet workemail useremail useremailaddress usersemail
    learneremail employeeemail participantemail studentemail primaryemail username användarnamn
    upn userprincipalname participantidupn workeremail attendeeemail inloggning`),
  name: words(`namn medarbetare medarbetarnamn medarbetarensnamn anställd anställdnamn
    anställdsnamn deltagare deltagarnamn deltagarensnamn kursdeltagare person personnamn personal
    fullständigtnamn heltnamn förochefternamn name fullname employee employeename learner
    learnername user userfullname usersfullname usersname participant participantname student
    studentname attendee attendeename staff staffname displayname namnefternamnförnamn
    dittnamn yourname efternamnförnamn förnamnefternamn lastnamefirstname firstnamelastname
    surnamefirstname familynamegivenname worker workername medarbetarenshelanamn deltagarensfullständiganamn
    användare learnerfullname employeefullname studentfullname participantfullname`),
  givenName: words(`förnamn tilltalsnamn givenname firstname forename userfirstname usersfirstname
    learnerfirstname employeefirstname participantfirstname`),
  familyName: words(`efternamn familyname lastname surname userlastname userslastname
    learnerlastname employeelastname participantlastname`),
  title: words(`kurs kursnamn kurstitel kursbenämning kursensnamn kursenstitel utbildningensnamn
    utbildningenstitel namnpåkursen namnpåutbildningen titelpåkurs kursrubrik namnpåkurs utbildning
    resurs utbildningsnamn utbildningstitel utbildningsbenämning namnpåutbildning utbildningsaktivitet
    benämning utbbenämning aktivitet aktivitetsnamn kursaktivitet kurstillfälle utbildningstillfälle
    titel rubrik program programnamn evenemang kursellerutbildning vilkenkurs course coursename
    coursetitle coursefullname training trainingname trainingtitle trainingcourse title activity
    activityname learningactivity learningitem learningitemtitle learningobject
    learningobjecttitle learningtitle itemtitle offering offeringtitle event eventname programme
    programname catalogitem module modulename contentname contenttitle content learningcontent
    learningcontentname learningcontenttitle learningitemname itemname entitytitle objecttitle
    learningactivityname aktivitetensnamn aktivitetenstitel aktivitetstitel kursenstitelnamn lektion
    lektionsnamn lektionstitel lesson lessonname lessontitle webinar webinarname webinartitle webbinarium
    meetingtitle meetingtopic topic sessiontitle sessionname mötestitel mötesämne modul modulnamn
    elearning ekurs webbkurs`),
  date: words(`datum kursdatum slutdatum slutdag genomförandedatum avslutsdatum avslutningsdatum tom
    tomdatum tilldatum slutförandedatum kursslut kursslutdatum kursensslutdatum utbildningsdatum date
    coursedate trainingdate completed courseenddate trainingenddate completedon completedat
    completeddate datecompleted dateofcompletion completion completiondate completiontime
    timecompleted coursecompletiondate trainingcompletiondate transcriptcompletiondate enddate
    transcriptcompleteddate coursecompleteddate trainingcompleteddate kursdatumtom slutdat
    slutdatumochtid datumslut sessionfinish sessionend klarmarkerad
    finishdate finished attendeddate dateattended avslutsdag genomförandedag kursdag
    utbildningsdag slutförandedag godkännandedatum godkännandedag resultatdatum passeddate datepassed
    passdate completedtime completeddatetime completiondatetime leavetime lastleave lastleavetime
    timeexited timeleft completedondate slut end tillochmed datumtill datumtillochmed
    datumtom`),
  hours: words(`credithours antallektionstimmar antalkurstimmar antalutbildningstimmar
    timmar antaltimmar antaltim tim kurstimmar utbildningstimmar lektionstimmar
    omfattning omfattningtimmar tid tidtimmar tidsåtgång totaltid längd kurslängd varaktighet
    nedlagdtid genomfördatimmar utfördatimmar faktiskatimmar tidikursen tidikurs minuter antalminuter tidminuter hours hour duration durationhours durationhrs
    durationminutes durationmin coursehours traininghours coursduration courseduration
    trainingduration hourscompleted hoursspent creditedhours timespent timespentminutes
    timespenthours totalhours totaltime minutes length hrs hoursviewed minutesviewed secondsviewed
    timeincourse timeinsession timeinmeeting inmeetingduration meetingduration attendanceduration
    attendancetime attendancehours attendedhours hoursattended attendedminutes minutesattended
    totalduration totaltimespent actualhours actualduration actualtime learninghours learningtime
    learninghoursspent learningminutes minutesvideoconsumed videoconsumedminutes numvideoconsumedminutes
    timeonline sessiontime studytime utbildningstid kurstid lärtid närvarotid närvarotimmar studietid
    tidslängd antalh aktivtid tidiaktiviteten deltagandetid`),
  starts: words(`starttid starttidpunkt starttidkl startkl startklockan kursstarttid börjar börjarkl
    frånkl frånklockan frånklockslag tidfrån frkl klockslagstart starttime begintime begins begin
    timefrom fromtime sessionstart sessionstarttime classstarttime coursestarttime jointime firstjoin
    firstjointime timejoined från from start`),
  ends: words(`sluttid sluttidpunkt sluttidkl slutkl slutklockan kurssluttid slutar slutarkl
    tillkl tillklockan tillklockslag tidtill klockslagslut endtime finishtime timeto totime sessionend
    sessionfinish sessionendtime classendtime courseendtime leavetime lastleave lastleavetime timeleft
    till tom to slut end ends`),
  cost: words(`kostnad kostnadkr kostnadsek kurskostnad kursavgift avgift avgiftkr pris priskr
    prissek belopp totalkostnad totalakostnaden totalpris totaltbelopp ápris apris styckpris kostnadexklmoms kostnadexmoms kostnadutanmoms prisexklmoms
    cost costsek costkr fee coursefee price amount totalcost totalprice totalamount unitprice unitcost
    trainingcost coursecost`),
  competence: words(`kompetens kompetenser kompetensområde metod färdighet competence competency
    competencename competencyname skill skillname method`),
  project: words(`projekt projektkod projektnamn projektnummer projektnr projectcode project
    projectname projectnumber projectid`),
  status: words(`status läge resultat kursstatus deltagarstatus utbildningsstatus
    genomförandestatus slutförandestatus completionstatus transcriptstatus coursestatus
    trainingstatus learningstatus attendance attendancestatus närvaro state result
    bokningsstatus bokningsläge anmälningsstatus anmälningsläge anmälanstatus anmälansstatus
    registreringsstatus deltagandestatus deltagarläge kursläge utbildningsläge närvarostatus
    aktivitetsstatus inlärningsstatus framstegsstatus progressionsstatus lärstatus statusnamn
    statustext statusbeskrivning tillstånd utfall kursutfall kursresultat utbildningsresultat
    slutresultat deltagande deltog deltagit närvarande närvarade genomgången genomgått
    enrollmentstatus enrolmentstatus registrationstatus bookingstatus requeststatus signupstatus
    learnerstatus studentstatus participantstatus attendeestatus participationstatus
    learnerprogressstatus progressstatus courseprogressstatus lessonstatus modulestatus itemstatus
    activitystatus learningitemstatus assignmentstatus programstatus successstatus scormstatus
    statusname statusdescription outcome courseresult courseoutcome finalresult passfail passed
    attended present participated participation`),
  absence: words(`noshow noshows uteblev utebliven uteblivit frånvaro frånvarande absent absence
    avbokad avbokat avbokning avbokaddatum avbokaddag avbokadden avbokningsdatum avbokningsdag
    avbruten avbrutet avbröt avbrutendatum avbrottsdatum avbrott avregistrerad avregistreringsdatum
    avanmäld avanmälan avanmälningsdatum inställd inställt underkänd underkänt återbud förhinder
    cancelled canceled cancellation cancelleddate canceleddate cancelledon canceledon cancelledat
    canceledat cancellationdate datecancelled datecanceled withdrawn withdrew withdrawal
    withdrawndate withdrawaldate datewithdrawn withdrawnon dropped droppeddate dropdate failed
    sjuk sjukanmäld sjukskriven vab reserv reservplats väntelista köplats waitlist waitlisted waitinglist
    excused exempt exempted ångratsig hoppadeav avhopp avhoppad missed unenrolled unenrolleddate unenrollmentdate`),
  kind: words(`sort slag kind`),
};

/** Headings of a status where their cells are words or letters, and not points. */
export const gradeHeadings = words(`betyg kursbetyg slutbetyg omdöme vitsord grade coursegrade
  finalgrade grading`);

/** Headings of a share of the course, which says whether it was completed. */
export const progressHeadings = words(`progress progress% progression framsteg courseprogress
  learningprogress progresspercent progresspercentage percentcomplete percentcompleted %complete
  %completed percentagecomplete percentagecompleted completionpercent completionpercentage
  completion% completionrate andelslutförd andelgenomförd slutförandegrad genomförandegrad
  färdigställandegrad overallprogress %coursecompleted procentslutfört procentslutförd procentgenomfört %slutfört %slutförd
  %genomfört`);

/** `Avslutad`, `Avslutat den`, `Datum slutförd`, `Godkänddatum`: a word of completion, or its day. */
export const completedHeading =
  /^(?:datum|dag)?(?:(?:genomför|avsluta|slutför|utför|avklara|godkän|fullfölj)(?:d|t|da|de|des)?|klart?)(?:den|dendag|datum|dag|dagen)?$/u;

/** Of them, in both languages, the words alone, which say when or whether. */
export const bareCompletion =
  /^(?:(?:genomför|avsluta|slutför|utför|avklara|godkän|fullfölj)(?:d|t|da|de|des)?|klart?|klarmarkerad|completed|completion|finished)$/u;

/** When a course began: its day where the list has no better. */
export const startHeadings = words(`startdatum startdag start fromdatum from fråndatum kursstart
  kursstartdatum startdate starttime jointime firstjoin firstjointime timejoined joinedat anslöt frånochmed datumfrån datumfr datumfrom datumfrånochmed`);

/** A course's days, each in a column of its own. */
export const numberedDay = /^(?:kurs|utbildnings|course|training)?(?:dag|datum|day|date)\d{1,2}$/u;

/** How long something took, or when it was: their cells may be of the day. */
export const eitherTimeHeadings = words(`tid kurstid utbildningstid lektionstid time sessiontime`);

/** How long it took where their cells say a length of time, and else a time of day. */
export const timeHeadings = words("time");

function words(text: string): string[] {
  return text.split(/\s+/);
}
