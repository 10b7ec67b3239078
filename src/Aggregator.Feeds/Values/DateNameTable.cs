namespace Aggregator.Feeds;

/// <summary>
/// Names of months, weekdays and halves of the day in the languages that feeds are written in: wide, short, genitive and standing alone.
/// Facts from Unicode CLDR 48 (ca-gregorian.json; Unicode License v3, see DateNameTable.LICENSE.txt), folded as <see cref="DateNames"/>
/// folds a word: lower case, without accents of Latin, Greek and Cyrillic letters and without dots. 59 languages: en de fr es it pt nl sv da no nn fi is et lv lt pl cs sk hu ro bg ru uk be sr sr-Latn hr bs sl mk sq el tr az ar fa he hi bn ta th vi id ms ca gl eu ga cy ko ja zh ka hy kk sw af fil. Plain data.
/// </summary>
internal static class DateNameTable
{
    /// <summary>January to December; names apart by a bar.</summary>
    internal static readonly string[] Months =
    [
        "ean|eanair|ene|enero|gen|gener|gennaio|ian|ianuarie|ion|ionawr|jaan|jaanuar|jan|janar|janeiro|janner|januar|" +
        "januara|januari|januarie|january|janv|janvaris|janvier|led|leden|ledna|oca|ocak|saus|sausio|sausis|sij|" +
        "sijecanj|sijecnja|sty|styczen|stycznia|tammi|tammikuu|tammikuuta|urt|urtarrila|xan|xaneiro|yan|yanvar|ιαν|" +
        "ιανουαριοσ|ιανουαριου|сту|студзень|студзеня|січ|січень|січня|янв|январь|января|яну|януари|јан|јануар|јануари|" +
        "қаң|қаңтар|հնվ|հունվար|հունվարի|ינואר|ינו׳|جانفي|يناير|ژانویه|जनवरी|जन॰|জানু|জানুয়ারি|ஜன|ஜனவரி|มกราคม|มค|იან|" +
        "იანვარი",
        "chw|chwef|chwefror|feabh|feabhra|feb|febbraio|feber|febr|febreiro|febrer|febrero|februar|februara|februari|" +
        "februarie|februaris|february|fev|fevereiro|fevr|fevral|fevrier|helmi|helmikuu|helmikuuta|lut|lutego|luty|ots|" +
        "otsaila|peb|pebrero|shk|shkurt|sub|subat|uno|unor|unora|vas|vasario|vasaris|veebr|veebruar|velj|veljaca|" +
        "veljace|φεβ|φεβρουαριοσ|φεβρουαριου|ақп|ақпан|лют|лютага|лютии|лютого|люты|феб|фебруар|фев|февр|февраль|" +
        "февраля|февруари|փետրվար|փետրվարի|փտվ|פברואר|פבר׳|فبراير|فوریه|فيفري|फ़रवरी|फ़र॰|ফেব|ফেব্রুয়ারি|பிப்|" +
        "பிப்ரவரி|กพ|กุมภาพันธ์|თებ|თებერვალი",
        "bre|brezen|brezna|kov|kovas|kovo|maalis|maaliskuu|maaliskuuta|maart|mac|machi|mar|marc|marca|march|marcius|" +
        "marco|marec|maret|mars|marso|mart|marta|martie|marts|martxoa|marz|marzec|marzo|maw|mawrth|mrt|mrz|ozu|ozujak|" +
        "ozujka|μαρ|μαρτιοσ|μαρτιου|бер|березень|березня|мар|март|марта|нау|наурыз|сак|сакавік|сакавіка|մարտ|մարտի|մրտ|" +
        "מרץ|مارس|मार्च|মার্চ|மார்|மார்ச்|มีค|มีนาคม|მარ|მარტი",
        "abr|abril|aib|aibrean|api|apirila|apr|aprel|april|aprila|aprile|aprili|aprilie|aprilis|aprill|avr|avril|bal|" +
        "balandis|balandzio|dub|duben|dubna|ebr|ebrill|huhti|huhtikuu|huhtikuuta|kwi|kwiecien|kwietnia|nis|nisan|pri|" +
        "prill|tra|travanj|travnja|απρ|απριλιοσ|απριλιου|апр|апрель|апреля|април|квіт|квітень|квітня|кра|красавік|" +
        "красавіка|сәу|сәуір|ապր|ապրիլ|ապրիլի|אפריל|אפר׳|ابريل|افريل|اوریل|अप्रैल|এপ্রি|এপ্রিল|ஏப்|ஏப்ரல்|เมย|เมษายน|" +
        "აპრ|აპრილი",
        "beal|bealtaine|geg|geguze|geguzes|kve|kveten|kvetna|mag|maggio|mai|maiatza|maig|maijs|maio|maj|maja|majus|may|" +
        "mayis|mayo|mei|svi|svibanj|svibnja|touko|toukokuu|toukokuuta|μαι|μαιοσ|μαιου|маи|мам|мамыр|мая|мај|трав|" +
        "травень|травня|մայիս|մայիսի|մյս|מאי|ماي|مايو|مه|मई|মে|மே|พค|พฤษภาคม|მაი|მაისი",
        "birz|birzelio|birzelis|cerven|cervna|cvn|cze|czerwca|czerwiec|eka|ekaina|giu|giugno|haz|haziran|hun|hunyo|iun|" +
        "iunie|iyn|iyun|juin|jun|juna|june|junho|juni|junie|junij|junijs|junio|junius|juny|juuni|kesa|kesakuu|" +
        "kesakuuta|lip|lipanj|lipnja|meh|mehefin|meith|meitheamh|qer|qershor|xuno|ιουν|ιουνιοσ|ιουνιου|июн|июнь|июня|" +
        "мау|маусым|черв|червень|червня|чэр|чэрвень|чэрвеня|юни|јун|јуни|հնս|հունիս|հունիսի|יוני|جوان|يونيو|ژوين|जून|" +
        "জুন|ஜூன்|มิถุนายน|มิย|ივნ|ივნისი",
        "cervence|cervenec|cvc|gor|gorff|gorffennaf|heina|heinakuu|heinakuuta|hul|hulyo|iuil|iul|iulie|iyl|iyul|juil|" +
        "juillet|jul|jula|julai|julho|juli|julie|julij|julijs|julio|juliol|julius|july|juuli|korr|korrik|liep|liepa|" +
        "liepos|lip|lipca|lipiec|lug|luglio|srp|srpanj|srpnja|tem|temmuz|uzt|uztaila|xul|xullo|ιουλ|ιουλιοσ|ιουλιου|" +
        "июл|июль|июля|лип|липень|липня|ліп|ліпень|ліпеня|шіл|шілде|юли|јул|јули|հլս|հուլիս|հուլիսի|יולי|جويلية|يوليو|" +
        "ژويیه|जुलाई|जुल॰|জুল|জুলাই|ஜூலை|กค|กรกฎาคม|ივლ|ივლისი",
        "abu|abuztua|ag|ago|agost|agosti|agosto|agu|agust|agustos|agustus|aou|aout|aug|august|augusta|augusti|augusts|" +
        "augustus|augusztus|avg|avgust|avq|avqust|awst|elo|elokuu|elokuuta|gush|gusht|kol|kolovoz|kolovoza|lun|lunasa|" +
        "ogo|ogos|rugp|rugpjucio|rugpjutis|sie|sierpien|sierpnia|srp|srpen|srpna|αυγ|αυγουστοσ|αυγουστου|авг|август|" +
        "августа|жні|жнівень|жніуня|серп|серпень|серпня|там|тамыз|օգոստոս|օգոստոսի|օգս|אוגוסט|אוג׳|اغسطس|اوت|अगस्त|अग॰|" +
        "আগ|আগস্ট|ஆக|ஆகஸ்ட்|สค|สิงหาคม|აგვ|აგვისტო",
        "eyl|eylul|ira|iraila|mean fomhair|medi|mfomh|rugs|rugsejis|rugsejo|ruj|rujan|rujna|sen|sentyabr|sep|sept|" +
        "septemb|septemba|septembar|september|septembra|septembre|septembrie|septembris|septiembre|set|setembre|" +
        "setembro|setiembre|settembre|setyembre|sht|shtator|syys|syyskuu|syyskuuta|szept|szeptember|wrz|wrzesien|" +
        "wrzesnia|zar|zari|σεπ|σεπτεμβριοσ|σεπτεμβριου|вер|верасень|верасня|вересень|вересня|сент|сентябрь|сентября|" +
        "сеп|септембар|септември|қыр|қыркүиек|սեպ|սեպտեմբեր|սեպտեմբերի|ספטמבר|ספט׳|سبتمبر|سپتامبر|सितंबर|सित॰|সেপ|" +
        "সেপ্ট|সেপ্টেম্বর|செப்|செப்டம்பர்|กย|กันยายน|სექ|სექტემბერი",
        "deireadh fomhair|dfomh|eki|ekim|hyd|hydref|lis|listopad|listopada|loka|lokakuu|lokakuuta|oct|october|octobre|" +
        "octombrie|octubre|okt|oktoba|oktobar|oktober|oktobra|oktobris|oktoober|oktubre|oktyabr|ott|ottobre|out|" +
        "outubro|paz|pazdziernik|pazdziernika|rij|rijen|rijna|spal|spalio|spalis|tet|tetor|urr|urria|οκτ|οκτωβριοσ|" +
        "οκτωβριου|жовт|жовтень|жовтня|кас|кастрычнік|кастрычніка|окт|октобар|октомври|октябрь|октября|қаз|қазан|հոկ|" +
        "հոկտեմբեր|հոկտեմբերի|אוקטובר|אוק׳|اكتوبر|اکتبر|अक्टूबर|अक्टू॰|অক্টো|অক্টোবর|அக்|அக்டோபர்|ตค|ตุลาคม|ოქტ|" +
        "ოქტომბერი",
        "aza|azaroa|kas|kasim|lapkr|lapkricio|lapkritis|lis|listopad|listopada|listopadu|marras|marraskuu|marraskuuta|" +
        "nen|nentor|nob|nobyembre|noi|noiembrie|nov|novemba|novembar|november|novembra|novembre|novembris|novembro|" +
        "noviembre|noy|noyabr|samh|samhain|stu|studeni|studenoga|tach|tachwedd|νοε|νοεμβριοσ|νοεμβριου|лист|листопад|" +
        "листопада|ліс|лістапад|лістапада|нов|новембар|ное|ноември|нояб|ноябрь|ноября|қар|қараша|նոյ|նոյեմբեր|" +
        "նոյեմբերի|נובמבר|נוב׳|نوامبر|نوفمبر|नवंबर|नव॰|নভে|নভেম্বর|நவ|நவம்பர்|พย|พฤศจิกายน|ნოე|ნოემბერი",
        "abe|abendua|ara|aralik|dec|decembar|december|decembra|decembre|decembrie|decembris|decembro|dek|dekabr|des|" +
        "desemba|desember|desembre|dets|detsember|dez|dezember|dezembro|dhj|dhjetor|dic|dicembre|diciembre|dis|" +
        "disember|disyembre|gru|grudnia|grudzien|gruod|gruodis|gruodzio|joulu|joulukuu|joulukuuta|noll|nollaig|pro|" +
        "prosinac|prosinca|prosince|prosinec|rhag|rhagfyr|δεκ|δεκεμβριοσ|δεκεμβριου|груд|грудень|грудня|дек|декабрь|" +
        "декабря|декември|дец|децембар|жел|желтоқсан|сне|снежань|снежня|դեկ|դեկտեմբեր|դեկտեմբերի|דצמבר|דצמ׳|دسامبر|" +
        "ديسمبر|दिसंबर|दिस॰|ডিসে|ডিসেম্বর|டிச|டிசம்பர்|ธค|ธันวาคม|დეკ|დეკემბერი",
    ];

    /// <summary>Sunday to Saturday; names apart by a bar.</summary>
    internal static readonly string[] Weekdays =
    [
        "ah|ahad|ahd|bazar|chu nhat|cn|de domhnaigh|dg|di|die|dim|dimanche|diumenge|do|dom|domenica|domh|domingo|du|" +
        "dum|duminica|dydd sul|e diel|ig|igandea|jumapili|lin|linggo|min|minggu|ne|ned|nedela|nedele|nedelja|nedjelja|" +
        "nie|niedz|niedziela|pa|paz|pazar|puhapaev|sekmadienis|sk|so|son|sondag|sonntag|su|sul|sun|sunday|sunnudagur|" +
        "sunnuntai|sunnuntaina|sv|svetd|svetdiena|vasarnap|zo|zondag|κυ|κυρ|κυριακη|воскресенье|вс|жексенбі|жс|нд|не|" +
        "нед|недела|неделя|недеља|неділя|нядзеля|կիր|կիրակի|կր|א׳|יום א׳|יום ראשון|احد|الاحد|یکشنبه|۱ش|रवि|रविवार|রঃ|" +
        "রবি|রবিবার|ஞா|ஞாயி|ஞாயிறு|วันอาทิตย์|อา|อาทิตย์|კვ|კვი|კვირა|周日|日曜日|星期日|일요일",
        "al|astelehena|be|de luain|dilluns|dl|dydd llun|e hene|esmaspaev|hen|hetfo|is|isn|isnin|jumatatu|ll|llun|lu|" +
        "luan|lun|lundi|lunedi|lunes|luni|luns|ma|maanantai|maanantaina|maandag|man|mandag|manudagur|mo|mon|monday|" +
        "montag|pazartesi|pirmadienis|pirmd|pirmdiena|po|pon|pondeli|pondelok|ponedeljak|ponedeljek|ponedjeljak|" +
        "poniedzialek|pr|pt|pzt|seg|segunda-feira|sen|senin|t2|thu 2|thu hai|bazar ertəsi|δε|δευ|δευτερα|дс|дүисенбі|" +
        "панядзелак|пн|по|пон|понеделник|понедельник|понедељак|понеділок|եկ|երկ|երկուշաբթի|ב׳|יום ב׳|יום שני|اثنين|" +
        "الاثنين|دوشنبه|۲ش|सो|सोम|सोमवार|সোঃ|সোম|সোমবার|தி|திங்|திங்கள்|จันทร์|วันจันทร์|ორ|ორშ|ორშაბათი|周一|星期一|月曜日|월요일",
        "an|antradienis|ar|asteartea|ca|de mairt|di|dienstag|dimarts|dinsdag|dt|dydd mawrth|e marte|jumanne|kedd|ma|" +
        "mairt|mar|mardi|martedi|martes|marti|maw|ot|otrd|otrdiena|sa|sal|sali|se|sel|selasa|t3|teisipaev|ter|" +
        "terca-feira|thu 3|thu ba|ti|tiistai|tiistaina|tir|tirs|tirsdag|tis|tisdag|tor|torek|tu|tue|tues|tuesday|ty|" +
        "tys|tysdag|ut|utery|uto|utorak|utorok|wt|wto|wtorek|cərsənbə axsami|þr|þri|þriðjudagur|τρ|τρι|τριτη|ау|" +
        "ауторак|вт|вто|вторник|вівторок|сеисенбі|сс|ут|уто|уторак|երեքշաբթի|երք|եք|ג׳|יום ג׳|יום שלישי|الثلاثاء|" +
        "ثلاثاء|سه\u200Cشنبه|۳ش|मं|मंगल|मंगलवार|মঃ|মঙ্গল|মঙ্গলবার|செ|செவ்|செவ்வாய்|วันอังคาร|อังคาร|სამ|სამშაბათი|სმ|周二|星期二|" +
        "火曜日|화요일",
        "asteazkena|az|ca|car|carsamba|ce|cead|dc|de ceadaoin|dimecres|dydd mercher|e merkure|jumatano|ke|keskiviikko|" +
        "keskiviikkona|kolmapaev|me|mer|mercoledi|mercores|mercredi|mi|mie|miercoles|miercuri|mittwoch|miy|miyerkules|" +
        "on|ons|onsdag|qua|quarta-feira|ra|rab|rabu|sr|sre|sreda|sri|srijeda|sro|sroda|st|streda|sze|szerda|t4|thu 4|" +
        "thu tu|tr|treciadienis|tresd|tresdiena|we|wed|wednes|wednesday|weds|wo|woensdag|cərsənbə|mið|miðvikudagur|τε|" +
        "τετ|τεταρτη|серада|середа|ср|сре|среда|сряда|сәрсенбі|չորեքշաբթի|չրք|չք|ד׳|יום ד׳|יום רביעי|اربعاء|الاربعاء|" +
        "چهارشنبه|۴ش|बु|बुध|बुधवार|বুঃ|বুধ|বুধবার|பு|புத|புதன்|พุธ|วันพุธ|ოთ|ოთხ|ოთხშაბათი|周三|星期三|水曜日|수요일",
        "alhamisi|ca|ce|cet|cetrtek|ceturtd|ceturtdiena|cetvrtak|cs|csutortok|ct|ctvrtek|czw|czwartek|de|dear|" +
        "deardaoin|dijous|dj|do|donderdag|donnerstag|dydd iau|e enjte|enj|fi|fim|fimmtudagur|gio|giovedi|huw|huwebes|" +
        "ia|iau|je|jeu|jeudi|joi|ju|jue|jueves|kam|kamis|ketvirtadienis|kh|kha|khamis|kt|neljapaev|og|osteguna|pe|per|" +
        "persembe|qui|quinta-feira|st|stvrtok|t5|th|thu|thu 5|thu nam|thur|thurs|thursday|to|tor|tors|torsdag|torstai|" +
        "torstaina|xo|xov|xoves|cumə axsami|πε|πεμ|πεμπτη|беисенбі|бс|чацвер|че|чет|четвер|четверг|четвртак|четврток|" +
        "четвъртък|чт|чц|հգ|հինգշաբթի|հնգ|ה׳|יום ה׳|יום חמישי|الخميس|خميس|پنجشنبه|۵ش|गु|गुरु|गुरुवार|বৃঃ|বৃহস্পতি|" +
        "বৃহস্পতিবার|வி|வியா|வியாழன்|พฤ|พฤหัส|วันพฤหัสบดี|ხთ|ხუთ|ხუთშაბათი|周四|星期四|木曜日|목요일",
        "ao|aoine|biy|biyernes|cu|cum|cuma|de haoine|divendres|dv|dydd gwener|e premte|fo|fos|fostudagur|fr|fre|fredag|" +
        "freitag|fri|friday|gw|gwe|gwen|ijumaa|ju|jum|jumaat|jumat|or|ostirala|pa|patek|pe|penktadienis|pentek|" +
        "perjantai|perjantaina|pet|petak|petek|pi|pia|piatek|piatok|piektd|piektdiena|pk|pn|pre|pt|reede|sex|" +
        "sexta-feira|t6|thu 6|thu sau|ve|ven|vendredi|venerdi|venres|vi|vie|viernes|vin|vineri|vr|vrijdag|vrydag|cumə|" +
        "πα|παρ|παρασκευη|жм|жұма|пʼятниця|пе|пет|петак|петок|петък|пт|пятница|пятніца|ու|ուր|ուրբաթ|ו׳|יום ו׳|" +
        "יום שישי|الجمعة|جمعة|جمعه|शु|शुक्र|शुक्रवार|শুঃ|শুক্র|শুক্রবার|வெ|வெள்|வெள்ளி|วันศุกร์|ศุกร์|პარ|პარასკევი|პრ|" +
        "周五|星期五|金曜日|금요일",
        "cmt|ct|cumartesi|de sathairn|dissabte|ds|dydd sadwrn|e shtune|jumamosi|la|larunbata|lau|lauantai|lauantaina|" +
        "laugardagur|laupaev|laurdag|lo|lor|lordag|lr|sa|sab|sabado|sabato|sabtu|sad|sam|sambata|samedi|samstag|sat|" +
        "saterdag|sath|saturday|se|sestadienis|sestd|sestdiena|sht|so|sob|sobota|sonnabend|st|su|sub|subota|szo|" +
        "szombat|t7|thu 7|thu bay|za|zaterdag|sənbə|σα|σαβ|σαββατο|саб|сабота|сб|сенбі|су|суб|суббота|субота|събота|" +
        "շաբաթ|շբ|շբթ|יום שבת|שבת|ש׳|السبت|سبت|شنبه|शनि|शनिवार|শনি|শনিবার|சனி|วันเสาร์|เสาร์|შაბ|შაბათი|შბ|周六|土曜日|星期六|" +
        "토요일",
    ];

    /// <summary>Before and after noon; names apart by a bar.</summary>
    internal static readonly string[] DayHalves =
    [
        "a m|am|ap|de|dop|dopoldne|e paradites|fh|fm|oo|paradite|pd|pg|prieksp|priekspusdiena|priespiet|prijepodne|sa|" +
        "vm|yb|πμ|дп|претпл|проб|ص|صباحا|قبل\u200Cازظهر|قظ|ก่อนเที่ยง|上午|午前|오전",
        "ch|du|e pasdites|eh|em|ip|md|nm|odp|os|p m|pasdite|pecp|pecpusd|pecpusdiena|pm|pop|popiet|popodne|popoldne|" +
        "ptg|yh|μμ|попл|пп|слоб|بظ|بعدازظهر|م|مساء|หลังเที่ยง|下午|午後|오후",
    ];
}
