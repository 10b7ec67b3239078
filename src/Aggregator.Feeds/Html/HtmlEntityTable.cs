namespace Aggregator.Feeds;

/// <summary>
/// The named character references of the HTML Standard (13.5), 2125 names; 106 of them are also known without the semicolon,
/// which makes the 2231 entries of the standard's list. Generated from that list; plain data, baked into the assembly.
/// </summary>
internal static class HtmlEntityTable
{
    /// <summary>Set in <see cref="Starts"/> for a name that counts without its semicolon too.</summary>
    internal const ushort Legacy = 0x8000;

    internal const int Count = 2125;

    internal const int LongestName = 31;

    /// <summary>All names without <c>&amp;</c> and <c>;</c>, in ordinal order, one after the other.</summary>
    internal static ReadOnlySpan<byte> Names =>
        "AEligAMPAacuteAbreveAcircAcyAfrAgraveAlphaAmacrAndAogonAopfApplyFunctionAringAscrAssignAtildeAumlBackslashBarvBarwedBcyB"u8 +
        "ecauseBernoullisBetaBfrBopfBreveBscrBumpeqCHcyCOPYCacuteCapCapitalDifferentialDCayleysCcaronCcedilCcircCconintCdotCedill"u8 +
        "aCenterDotCfrChiCircleDotCircleMinusCirclePlusCircleTimesClockwiseContourIntegralCloseCurlyDoubleQuoteCloseCurlyQuoteCol"u8 +
        "onColoneCongruentConintContourIntegralCopfCoproductCounterClockwiseContourIntegralCrossCscrCupCupCapDDDDotrahdDJcyDScyDZ"u8 +
        "cyDaggerDarrDashvDcaronDcyDelDeltaDfrDiacriticalAcuteDiacriticalDotDiacriticalDoubleAcuteDiacriticalGraveDiacriticalTild"u8 +
        "eDiamondDifferentialDDopfDotDotDotDotEqualDoubleContourIntegralDoubleDotDoubleDownArrowDoubleLeftArrowDoubleLeftRightArr"u8 +
        "owDoubleLeftTeeDoubleLongLeftArrowDoubleLongLeftRightArrowDoubleLongRightArrowDoubleRightArrowDoubleRightTeeDoubleUpArro"u8 +
        "wDoubleUpDownArrowDoubleVerticalBarDownArrowDownArrowBarDownArrowUpArrowDownBreveDownLeftRightVectorDownLeftTeeVectorDow"u8 +
        "nLeftVectorDownLeftVectorBarDownRightTeeVectorDownRightVectorDownRightVectorBarDownTeeDownTeeArrowDownarrowDscrDstrokENG"u8 +
        "ETHEacuteEcaronEcircEcyEdotEfrEgraveElementEmacrEmptySmallSquareEmptyVerySmallSquareEogonEopfEpsilonEqualEqualTildeEquil"u8 +
        "ibriumEscrEsimEtaEumlExistsExponentialEFcyFfrFilledSmallSquareFilledVerySmallSquareFopfForAllFouriertrfFscrGJcyGTGammaGa"u8 +
        "mmadGbreveGcedilGcircGcyGdotGfrGgGopfGreaterEqualGreaterEqualLessGreaterFullEqualGreaterGreaterGreaterLessGreaterSlantEq"u8 +
        "ualGreaterTildeGscrGtHARDcyHacekHatHcircHfrHilbertSpaceHopfHorizontalLineHscrHstrokHumpDownHumpHumpEqualIEcyIJligIOcyIac"u8 +
        "uteIcircIcyIdotIfrIgraveImImacrImaginaryIImpliesIntIntegralIntersectionInvisibleCommaInvisibleTimesIogonIopfIotaIscrItil"u8 +
        "deIukcyIumlJcircJcyJfrJopfJscrJsercyJukcyKHcyKJcyKappaKcedilKcyKfrKopfKscrLJcyLTLacuteLambdaLangLaplacetrfLarrLcaronLced"u8 +
        "ilLcyLeftAngleBracketLeftArrowLeftArrowBarLeftArrowRightArrowLeftCeilingLeftDoubleBracketLeftDownTeeVectorLeftDownVector"u8 +
        "LeftDownVectorBarLeftFloorLeftRightArrowLeftRightVectorLeftTeeLeftTeeArrowLeftTeeVectorLeftTriangleLeftTriangleBarLeftTr"u8 +
        "iangleEqualLeftUpDownVectorLeftUpTeeVectorLeftUpVectorLeftUpVectorBarLeftVectorLeftVectorBarLeftarrowLeftrightarrowLessE"u8 +
        "qualGreaterLessFullEqualLessGreaterLessLessLessSlantEqualLessTildeLfrLlLleftarrowLmidotLongLeftArrowLongLeftRightArrowLo"u8 +
        "ngRightArrowLongleftarrowLongleftrightarrowLongrightarrowLopfLowerLeftArrowLowerRightArrowLscrLshLstrokLtMapMcyMediumSpa"u8 +
        "ceMellintrfMfrMinusPlusMopfMscrMuNJcyNacuteNcaronNcedilNcyNegativeMediumSpaceNegativeThickSpaceNegativeThinSpaceNegative"u8 +
        "VeryThinSpaceNestedGreaterGreaterNestedLessLessNewLineNfrNoBreakNonBreakingSpaceNopfNotNotCongruentNotCupCapNotDoubleVer"u8 +
        "ticalBarNotElementNotEqualNotEqualTildeNotExistsNotGreaterNotGreaterEqualNotGreaterFullEqualNotGreaterGreaterNotGreaterL"u8 +
        "essNotGreaterSlantEqualNotGreaterTildeNotHumpDownHumpNotHumpEqualNotLeftTriangleNotLeftTriangleBarNotLeftTriangleEqualNo"u8 +
        "tLessNotLessEqualNotLessGreaterNotLessLessNotLessSlantEqualNotLessTildeNotNestedGreaterGreaterNotNestedLessLessNotPreced"u8 +
        "esNotPrecedesEqualNotPrecedesSlantEqualNotReverseElementNotRightTriangleNotRightTriangleBarNotRightTriangleEqualNotSquar"u8 +
        "eSubsetNotSquareSubsetEqualNotSquareSupersetNotSquareSupersetEqualNotSubsetNotSubsetEqualNotSucceedsNotSucceedsEqualNotS"u8 +
        "ucceedsSlantEqualNotSucceedsTildeNotSupersetNotSupersetEqualNotTildeNotTildeEqualNotTildeFullEqualNotTildeTildeNotVertic"u8 +
        "alBarNscrNtildeNuOEligOacuteOcircOcyOdblacOfrOgraveOmacrOmegaOmicronOopfOpenCurlyDoubleQuoteOpenCurlyQuoteOrOscrOslashOt"u8 +
        "ildeOtimesOumlOverBarOverBraceOverBracketOverParenthesisPartialDPcyPfrPhiPiPlusMinusPoincareplanePopfPrPrecedesPrecedesE"u8 +
        "qualPrecedesSlantEqualPrecedesTildePrimeProductProportionProportionalPscrPsiQUOTQfrQopfQscrRBarrREGRacuteRangRarrRarrtlR"u8 +
        "caronRcedilRcyReReverseElementReverseEquilibriumReverseUpEquilibriumRfrRhoRightAngleBracketRightArrowRightArrowBarRightA"u8 +
        "rrowLeftArrowRightCeilingRightDoubleBracketRightDownTeeVectorRightDownVectorRightDownVectorBarRightFloorRightTeeRightTee"u8 +
        "ArrowRightTeeVectorRightTriangleRightTriangleBarRightTriangleEqualRightUpDownVectorRightUpTeeVectorRightUpVectorRightUpV"u8 +
        "ectorBarRightVectorRightVectorBarRightarrowRopfRoundImpliesRrightarrowRscrRshRuleDelayedSHCHcySHcySOFTcySacuteScScaronSc"u8 +
        "edilScircScySfrShortDownArrowShortLeftArrowShortRightArrowShortUpArrowSigmaSmallCircleSopfSqrtSquareSquareIntersectionSq"u8 +
        "uareSubsetSquareSubsetEqualSquareSupersetSquareSupersetEqualSquareUnionSscrStarSubSubsetSubsetEqualSucceedsSucceedsEqual"u8 +
        "SucceedsSlantEqualSucceedsTildeSuchThatSumSupSupersetSupersetEqualSupsetTHORNTRADETSHcyTScyTabTauTcaronTcedilTcyTfrThere"u8 +
        "foreThetaThickSpaceThinSpaceTildeTildeEqualTildeFullEqualTildeTildeTopfTripleDotTscrTstrokUacuteUarrUarrocirUbrcyUbreveU"u8 +
        "circUcyUdblacUfrUgraveUmacrUnderBarUnderBraceUnderBracketUnderParenthesisUnionUnionPlusUogonUopfUpArrowUpArrowBarUpArrow"u8 +
        "DownArrowUpDownArrowUpEquilibriumUpTeeUpTeeArrowUparrowUpdownarrowUpperLeftArrowUpperRightArrowUpsiUpsilonUringUscrUtild"u8 +
        "eUumlVDashVbarVcyVdashVdashlVeeVerbarVertVerticalBarVerticalLineVerticalSeparatorVerticalTildeVeryThinSpaceVfrVopfVscrVv"u8 +
        "dashWcircWedgeWfrWopfWscrXfrXiXopfXscrYAcyYIcyYUcyYacuteYcircYcyYfrYopfYscrYumlZHcyZacuteZcaronZcyZdotZeroWidthSpaceZeta"u8 +
        "ZfrZopfZscraacuteabreveacacEacdacircacuteacyaeligafafragravealefsymalephalphaamacramalgampandandandanddandslopeandvangan"u8 +
        "geangleangmsdangmsdaaangmsdabangmsdacangmsdadangmsdaeangmsdafangmsdagangmsdahangrtangrtvbangrtvbdangsphangstangzarraogon"u8 +
        "aopfapapEapacirapeapidaposapproxapproxeqaringascrastasympasympeqatildeaumlawconintawintbNotbackcongbackepsilonbackprimeb"u8 +
        "acksimbacksimeqbarveebarwedbarwedgebbrkbbrktbrkbcongbcybdquobecausbecausebemptyvbepsibernoubetabethbetweenbfrbigcapbigci"u8 +
        "rcbigcupbigodotbigoplusbigotimesbigsqcupbigstarbigtriangledownbigtriangleupbiguplusbigveebigwedgebkarowblacklozengeblack"u8 +
        "squareblacktriangleblacktriangledownblacktriangleleftblacktrianglerightblankblk12blk14blk34blockbnebnequivbnotbopfbotbot"u8 +
        "tombowtieboxDLboxDRboxDlboxDrboxHboxHDboxHUboxHdboxHuboxULboxURboxUlboxUrboxVboxVHboxVLboxVRboxVhboxVlboxVrboxboxboxdLbo"u8 +
        "xdRboxdlboxdrboxhboxhDboxhUboxhdboxhuboxminusboxplusboxtimesboxuLboxuRboxulboxurboxvboxvHboxvLboxvRboxvhboxvlboxvrbprime"u8 +
        "brevebrvbarbscrbsemibsimbsimebsolbsolbbsolhsubbullbulletbumpbumpEbumpebumpeqcacutecapcapandcapbrcupcapcapcapcupcapdotcap"u8 +
        "scaretcaronccapsccaronccedilccircccupsccupssmcdotcedilcemptyvcentcenterdotcfrchcycheckcheckmarkchicircirEcirccirceqcircl"u8 +
        "earrowleftcirclearrowrightcircledRcircledScircledastcircledcirccircleddashcirecirfnintcirmidcirscirclubsclubsuitcoloncol"u8 +
        "onecoloneqcommacommatcompcompfncomplementcomplexescongcongdotconintcopfcoprodcopycopysrcrarrcrosscscrcsubcsubecsupcsupec"u8 +
        "tdotcudarrlcudarrrcueprcuesccularrcularrpcupcupbrcapcupcapcupcupcupdotcuporcupscurarrcurarrmcurlyeqpreccurlyeqsucccurlyv"u8 +
        "eecurlywedgecurrencurvearrowleftcurvearrowrightcuveecuwedcwconintcwintcylctydArrdHardaggerdalethdarrdashdashvdbkarowdbla"u8 +
        "cdcarondcyddddaggerddarrddotseqdegdeltademptyvdfishtdfrdharldharrdiamdiamonddiamondsuitdiamsdiedigammadisindivdividedivi"u8 +
        "deontimesdivonxdjcydlcorndlcropdollardopfdotdoteqdoteqdotdotminusdotplusdotsquaredoublebarwedgedownarrowdowndownarrowsdo"u8 +
        "wnharpoonleftdownharpoonrightdrbkarowdrcorndrcropdscrdscydsoldstrokdtdotdtridtrifduarrduhardwangledzcydzigrarreDDoteDote"u8 +
        "acuteeasterecaronecirecircecolonecyedoteeefDotefregegraveegsegsdotelelintersellelselsdotemacremptyemptysetemptyvemspemsp"u8 +
        "13emsp14engenspeogoneopfepareparsleplusepsiepsilonepsiveqcirceqcoloneqsimeqslantgtreqslantlessequalsequestequivequivDDeq"u8 +
        "vparslerDoterarrescresdotesimetaetheumleuroexclexistexpectationexponentialefallingdotseqfcyfemaleffiligffligfflligffrfil"u8 +
        "igfjligflatflligfltnsfnoffopfforallforkforkvfpartintfrac12frac13frac14frac15frac16frac18frac23frac25frac34frac35frac38fr"u8 +
        "ac45frac56frac58frac78fraslfrownfscrgEgElgacutegammagammadgapgbrevegcircgcygdotgegelgeqgeqqgeqslantgesgesccgesdotgesdoto"u8 +
        "gesdotolgeslgeslesgfrggggggimelgjcyglglEglagljgnEgnapgnapproxgnegneqgneqqgnsimgopfgravegscrgsimgsimegsimlgtgtccgtcirgtdo"u8 +
        "tgtlPargtquestgtrapproxgtrarrgtrdotgtreqlessgtreqqlessgtrlessgtrsimgvertneqqgvnEhArrhairsphalfhamilthardcyharrharrcirhar"u8 +
        "rwhbarhcircheartsheartsuithellipherconhfrhksearowhkswarowhoarrhomththookleftarrowhookrightarrowhopfhorbarhscrhslashhstro"u8 +
        "khybullhypheniacuteicicircicyiecyiexcliffifrigraveiiiiiintiiintiinfiniiotaijligimacrimageimaglineimagpartimathimofimpedi"u8 +
        "nincareinfininfintieinodotintintcalintegersintercalintlarhkintprodiocyiogoniopfiotaiprodiquestiscrisinisinEisindotisinsi"u8 +
        "sinsvisinvititildeiukcyiumljcircjcyjfrjmathjopfjscrjsercyjukcykappakappavkcedilkcykfrkgreenkhcykjcykopfkscrlAarrlArrlAta"u8 +
        "illBarrlElEglHarlacutelaemptyvlagranlambdalanglangdlanglelaplaquolarrlarrblarrbfslarrfslarrhklarrlplarrpllarrsimlarrtlla"u8 +
        "tlataillatelateslbarrlbbrklbracelbracklbrkelbrksldlbrkslulcaronlcedillceillcublcyldcaldquoldquorldrdharldrusharldshlelef"u8 +
        "tarrowleftarrowtailleftharpoondownleftharpoonupleftleftarrowsleftrightarrowleftrightarrowsleftrightharpoonsleftrightsqui"u8 +
        "garrowleftthreetimeslegleqleqqleqslantleslescclesdotlesdotolesdotorlesglesgeslessapproxlessdotlesseqgtrlesseqqgtrlessgtr"u8 +
        "lesssimlfishtlfloorlfrlglgElhardlharulharullhblkljcyllllarrllcornerllhardlltrilmidotlmoustlmoustachelnElnaplnapproxlneln"u8 +
        "eqlneqqlnsimloangloarrlobrklongleftarrowlongleftrightarrowlongmapstolongrightarrowlooparrowleftlooparrowrightloparlopflo"u8 +
        "pluslotimeslowastlowbarlozlozengelozflparlparltlrarrlrcornerlrharlrhardlrmlrtrilsaquolscrlshlsimlsimelsimglsqblsquolsquo"u8 +
        "rlstrokltltccltcirltdotlthreeltimesltlarrltquestltrParltriltrieltriflurdsharluruharlvertneqqlvnEmDDotmacrmalemaltmaltese"u8 +
        "mapmapstomapstodownmapstoleftmapstoupmarkermcommamcymdashmeasuredanglemfrmhomicromidmidastmidcirmiddotminusminusbminusdm"u8 +
        "inusdumlcpmldrmnplusmodelsmopfmpmscrmstposmumultimapmumapnGgnGtnGtvnLeftarrownLeftrightarrownLlnLtnLtvnRightarrownVDashn"u8 +
        "VdashnablanacutenangnapnapEnapidnaposnapproxnaturnaturalnaturalsnbspnbumpnbumpencapncaronncedilncongncongdotncupncyndash"u8 +
        "neneArrnearhknearrnearrownedotnequivnesearnesimnexistnexistsnfrngEngengeqngeqqngeqslantngesngsimngtngtrnhArrnharrnhparni"u8 +
        "nisnisdnivnjcynlArrnlEnlarrnldrnlenleftarrownleftrightarrownleqnleqqnleqslantnlesnlessnlsimnltnltrinltrienmidnopfnotnoti"u8 +
        "nnotinEnotindotnotinvanotinvbnotinvcnotninotnivanotnivbnotnivcnparnparallelnparslnpartnpolintnprnprcuenprenprecnpreceqnr"u8 +
        "Arrnrarrnrarrcnrarrwnrightarrownrtrinrtrienscnsccuenscenscrnshortmidnshortparallelnsimnsimensimeqnsmidnsparnsqsubensqsup"u8 +
        "ensubnsubEnsubensubsetnsubseteqnsubseteqqnsuccnsucceqnsupnsupEnsupensupsetnsupseteqnsupseteqqntglntildentlgntriangleleft"u8 +
        "ntrianglelefteqntrianglerightntrianglerighteqnunumnumeronumspnvDashnvHarrnvapnvdashnvgenvgtnvinfinnvlArrnvlenvltnvltrien"u8 +
        "vrArrnvrtrienvsimnwArrnwarhknwarrnwarrownwnearoSoacuteoastocirocircocyodashodblacodivodotodsoldoeligofcirofrogonograveog"u8 +
        "tohbarohmointolarrolcirolcrossolineoltomacromegaomicronomidominusoopfoparoperpoplusororarrordorderorderofordfordmorigofo"u8 +
        "rororslopeorvoscroslashosolotildeotimesotimesasoumlovbarparparaparallelparsimparslpartpcypercntperiodpermilperppertenkpf"u8 +
        "rphiphivphmmatphonepipitchforkpivplanckplanckhplankvplusplusacirplusbpluscirplusdoplusdupluseplusmnplussimplustwopmpoint"u8 +
        "intpopfpoundprprEprapprcuepreprecprecapproxpreccurlyeqpreceqprecnapproxprecneqqprecnsimprecsimprimeprimesprnEprnapprnsim"u8 +
        "prodprofalarproflineprofsurfpropproptoprsimprurelpscrpsipuncspqfrqintqopfqprimeqscrquaternionsquatintquestquesteqquotrAa"u8 +
        "rrrArrrAtailrBarrrHarraceracuteradicraemptyvrangrangdrangerangleraquorarrrarraprarrbrarrbfsrarrcrarrfsrarrhkrarrlprarrpl"u8 +
        "rarrsimrarrtlrarrwratailratiorationalsrbarrrbbrkrbracerbrackrbrkerbrksldrbrkslurcaronrcedilrceilrcubrcyrdcardldharrdquor"u8 +
        "dquorrdshrealrealinerealpartrealsrectregrfishtrfloorrfrrhardrharurharulrhorhovrightarrowrightarrowtailrightharpoondownri"u8 +
        "ghtharpoonuprightleftarrowsrightleftharpoonsrightrightarrowsrightsquigarrowrightthreetimesringrisingdotseqrlarrrlharrlmr"u8 +
        "moustrmoustachernmidroangroarrrobrkroparropfroplusrotimesrparrpargtrppolintrrarrrsaquorscrrshrsqbrsquorsquorrthreertimes"u8 +
        "rtrirtriertrifrtriltriruluharrxsacutesbquoscscEscapscaronsccuescescedilscircscnEscnapscnsimscpolintscsimscysdotsdotbsdot"u8 +
        "eseArrsearhksearrsearrowsectsemiseswarsetminussetmnsextsfrsfrownsharpshchcyshcyshortmidshortparallelshysigmasigmafsigmav"u8 +
        "simsimdotsimesimeqsimgsimgEsimlsimlEsimnesimplussimrarrslarrsmallsetminussmashpsmeparslsmidsmilesmtsmtesmtessoftcysolsol"u8 +
        "bsolbarsopfspadesspadesuitsparsqcapsqcapssqcupsqcupssqsubsqsubesqsubsetsqsubseteqsqsupsqsupesqsupsetsqsupseteqsqusquares"u8 +
        "quarfsqufsrarrsscrssetmnssmilesstarfstarstarfstraightepsilonstraightphistrnssubsubEsubdotsubesubedotsubmultsubnEsubnesub"u8 +
        "plussubrarrsubsetsubseteqsubseteqqsubsetneqsubsetneqqsubsimsubsubsubsupsuccsuccapproxsucccurlyeqsucceqsuccnapproxsuccneq"u8 +
        "qsuccnsimsuccsimsumsungsupsup1sup2sup3supEsupdotsupdsubsupesupedotsuphsolsuphsubsuplarrsupmultsupnEsupnesupplussupsetsup"u8 +
        "seteqsupseteqqsupsetneqsupsetneqqsupsimsupsubsupsupswArrswarhkswarrswarrowswnwarszligtargettautbrktcarontcediltcytdottel"u8 +
        "rectfrthere4thereforethetathetasymthetavthickapproxthicksimthinspthkapthksimthorntildetimestimesbtimesbartimesdtinttoeat"u8 +
        "optopbottopcirtopftopforktosatprimetradetriangletriangledowntrianglelefttrianglelefteqtriangleqtrianglerighttrianglerigh"u8 +
        "teqtridottrietriminustriplustrisbtritimetrpeziumtscrtscytshcytstroktwixttwoheadleftarrowtwoheadrightarrowuArruHaruacuteu"u8 +
        "arrubrcyubreveucircucyudarrudblacudharufishtufrugraveuharluharruhblkulcornulcornerulcropultriumacrumluogonuopfuparrowupd"u8 +
        "ownarrowupharpoonleftupharpoonrightuplusupsiupsihupsilonupuparrowsurcornurcornerurcropuringurtriuscrutdotutildeutriutrif"u8 +
        "uuarruumluwanglevArrvBarvBarvvDashvangrtvarepsilonvarkappavarnothingvarphivarpivarproptovarrvarrhovarsigmavarsubsetneqva"u8 +
        "rsubsetneqqvarsupsetneqvarsupsetneqqvarthetavartriangleleftvartrianglerightvcyvdashveeveebarveeeqvellipverbarvertvfrvltr"u8 +
        "ivnsubvnsupvopfvpropvrtrivscrvsubnEvsubnevsupnEvsupnevzigzagwcircwedbarwedgewedgeqweierpwfrwopfwpwrwreathwscrxcapxcircxc"u8 +
        "upxdtrixfrxhArrxharrxixlArrxlarrxmapxnisxodotxopfxoplusxotimexrArrxrarrxscrxsqcupxuplusxutrixveexwedgeyacuteyacyycircycy"u8 +
        "yenyfryicyyopfyscryucyyumlzacutezcaronzcyzdotzeetrfzetazfrzhcyzigrarrzopfzscrzwjzwnj"u8;

    /// <summary>Where each name starts in <see cref="Names"/>, and where the last one ends.</summary>
    internal static ReadOnlySpan<ushort> Starts =>
    [
        32768, 32773, 32776, 14, 32788, 25, 28, 32799, 37, 42, 47, 50, 55, 59, 32840, 77, 81, 32855, 32861, 97,
        106, 110, 116, 119, 126, 136, 140, 143, 147, 152, 156, 162, 32934, 170, 176, 179, 199, 206, 32980, 218,
        223, 230, 234, 241, 250, 253, 256, 265, 276, 286, 297, 321, 342, 357, 362, 368, 377, 383, 398, 402,
        411, 442, 447, 451, 454, 460, 462, 470, 474, 478, 482, 488, 492, 497, 503, 506, 509, 514, 517, 533,
        547, 569, 585, 601, 608, 621, 625, 628, 634, 642, 663, 672, 687, 702, 722, 735, 754, 778, 798, 814,
        828, 841, 858, 875, 884, 896, 912, 921, 940, 957, 971, 988, 1006, 1021, 1039, 1046, 1058, 1067, 1071, 1077,
        33848, 33851, 1089, 33863, 1100, 1103, 1107, 33878, 1116, 1123, 1128, 1144, 1164, 1169, 1173, 1180, 1185, 1195, 1206, 1210,
        1214, 33985, 1221, 1227, 1239, 1242, 1245, 1262, 1283, 1287, 1293, 1303, 1307, 34079, 1313, 1318, 1324, 1330, 1336, 1341,
        1344, 1348, 1351, 1353, 1357, 1369, 1385, 1401, 1415, 1426, 1443, 1455, 1459, 1461, 1467, 1472, 1475, 1480, 1483, 1495,
        1499, 1513, 1517, 1523, 1535, 1544, 1548, 1553, 34325, 34331, 1568, 1571, 1575, 34346, 1584, 1586, 1591, 1601, 1608, 1611,
        1619, 1631, 1645, 1659, 1664, 1668, 1672, 1676, 1682, 34455, 1691, 1696, 1699, 1702, 1706, 1710, 1716, 1721, 1725, 1729,
        1734, 1740, 1743, 1746, 1750, 1754, 34526, 1760, 1766, 1772, 1776, 1786, 1790, 1796, 1802, 1805, 1821, 1830, 1842, 1861,
        1872, 1889, 1906, 1920, 1937, 1946, 1960, 1975, 1982, 1994, 2007, 2019, 2034, 2051, 2067, 2082, 2094, 2109, 2119, 2132,
        2141, 2155, 2171, 2184, 2195, 2203, 2217, 2226, 2229, 2231, 2241, 2247, 2260, 2278, 2292, 2305, 2323, 2337, 2341, 2355,
        2370, 2374, 2377, 2383, 2385, 2388, 2391, 2402, 2411, 2414, 2423, 2427, 2431, 2433, 2437, 2443, 2449, 2455, 2458, 2477,
        2495, 2512, 2533, 2553, 2567, 2574, 2577, 2584, 2600, 2604, 2607, 2619, 2628, 2648, 2658, 2666, 2679, 2688, 2698, 2713,
        2732, 2749, 2763, 2783, 2798, 2813, 2825, 2840, 2858, 2878, 2885, 2897, 2911, 2922, 2939, 2951, 2974, 2991, 3002, 3018,
        3039, 3056, 3072, 3091, 3112, 3127, 3147, 3164, 3186, 3195, 3209, 3220, 3236, 3257, 3273, 3284, 3300, 3308, 3321, 3338,
        3351, 3365, 36137, 3375, 3377, 36150, 36156, 3393, 3396, 3402, 36173, 3411, 3416, 3421, 3428, 3432, 3452, 3466, 3468, 36240,
        36246, 3484, 36258, 3494, 3501, 3510, 3521, 3536, 3544, 3547, 3550, 3553, 3555, 3564, 3577, 3581, 3583, 3591, 3604, 3622,
        3635, 3640, 3647, 3657, 3669, 3673, 36444, 3680, 3683, 3687, 3691, 36464, 3699, 3705, 3709, 3713, 3719, 3725, 3731, 3734,
        3736, 3750, 3768, 3788, 3791, 3794, 3811, 3821, 3834, 3853, 3865, 3883, 3901, 3916, 3934, 3944, 3952, 3965, 3979, 3992,
        4008, 4026, 4043, 4059, 4072, 4088, 4099, 4113, 4123, 4127, 4139, 4150, 4154, 4157, 4168, 4174, 4178, 4184, 4190, 4192,
        4198, 4204, 4209, 4212, 4215, 4229, 4243, 4258, 4270, 4275, 4286, 4290, 4294, 4300, 4318, 4330, 4347, 4361, 4380, 4391,
        4395, 4399, 4402, 4408, 4419, 4427, 4440, 4458, 4471, 4479, 4482, 4485, 4493, 4506, 37280, 4517, 4522, 4527, 4531, 4534,
        4537, 4543, 4549, 4552, 4555, 4564, 4569, 4579, 4588, 4593, 4603, 4617, 4627, 4631, 4640, 4644, 37418, 4656, 4660, 4668,
        4673, 37447, 4684, 4687, 4693, 37464, 4702, 4707, 4715, 4725, 4737, 4753, 4758, 4767, 4772, 4776, 4783, 4793, 4809, 4820,
        4833, 4838, 4848, 4855, 4866, 4880, 4895, 4899, 4906, 4911, 4915, 37689, 4925, 4930, 4934, 4937, 4942, 4948, 4951, 4957,
        4961, 4972, 4984, 5001, 5014, 5027, 5030, 5034, 5038, 5044, 5049, 5054, 5057, 5061, 5065, 5068, 5070, 5074, 5078, 5082,
        5086, 37858, 5096, 5101, 5104, 5107, 5111, 5115, 5119, 5123, 5129, 5135, 5138, 5142, 5156, 5160, 5163, 5167, 37939, 5177,
        5183, 5185, 5188, 37959, 37964, 5201, 37972, 5209, 5211, 37982, 5220, 5227, 5232, 5237, 5242, 38015, 5250, 5253, 5259, 5263,
        5271, 5275, 5278, 5282, 5287, 5293, 5301, 5309, 5317, 5325, 5333, 5341, 5349, 5357, 5362, 5369, 5377, 5383, 5388, 5395,
        5400, 5404, 5406, 5409, 5415, 5418, 5422, 5426, 5432, 38208, 5445, 5449, 5452, 5457, 38232, 38238, 5474, 5482, 5487, 5491,
        5499, 5510, 5519, 5526, 5535, 5541, 5547, 5555, 5559, 5567, 5572, 5575, 5580, 5586, 5593, 5600, 5605, 5611, 5615, 5619,
        5626, 5629, 5635, 5642, 5648, 5655, 5663, 5672, 5680, 5687, 5702, 5715, 5723, 5729, 5737, 5743, 5755, 5766, 5779, 5796,
        5813, 5831, 5836, 5841, 5846, 5851, 5856, 5859, 5866, 5870, 5874, 5877, 5883, 5889, 5894, 5899, 5904, 5909, 5913, 5918,
        5923, 5928, 5933, 5938, 5943, 5948, 5953, 5957, 5962, 5967, 5972, 5977, 5982, 5987, 5993, 5998, 6003, 6008, 6013, 6017,
        6022, 6027, 6032, 6037, 6045, 6052, 6060, 6065, 6070, 6075, 6080, 6084, 6089, 6094, 6099, 6104, 6109, 6114, 6120, 38893,
        6131, 6135, 6140, 6144, 6149, 6153, 6158, 6166, 6170, 6176, 6180, 6185, 6190, 6196, 6202, 6205, 6211, 6219, 6225, 6231,
        6237, 6241, 6246, 6251, 6256, 39030, 6268, 6273, 6278, 6285, 39057, 6294, 39069, 6305, 6314, 6317, 6321, 6326, 6335, 6338,
        6341, 6345, 6349, 6355, 6370, 6386, 6394, 6402, 6412, 6423, 6434, 6438, 6446, 6452, 6459, 6464, 6472, 6477, 6483, 6490,
        6495, 6501, 6505, 6511, 6521, 6530, 6534, 6541, 6547, 6551, 39325, 6561, 6567, 6572, 6577, 6581, 6585, 6590, 6594, 6599,
        6604, 6611, 6618, 6623, 6628, 6634, 6641, 6644, 6652, 6658, 6664, 6670, 6675, 6679, 6685, 6692, 6703, 6714, 6722, 39500,
        6738, 6752, 6767, 6772, 6777, 6785, 6790, 6796, 6800, 6804, 6810, 6816, 6820, 6824, 6829, 6836, 6841, 6847, 6850, 6852,
        6859, 6864, 39639, 6874, 6879, 6886, 6892, 6895, 6900, 6905, 6909, 6916, 6927, 6932, 6935, 6942, 6947, 39718, 6956, 6969,
        6975, 6979, 6985, 6991, 6997, 7001, 7004, 7009, 7017, 7025, 7032, 7041, 7055, 7064, 7078, 7093, 7109, 7117, 7123, 7129,
        7133, 7137, 7141, 7147, 7152, 7156, 7161, 7166, 7171, 7178, 7182, 7190, 7195, 39967, 7205, 7211, 7217, 39989, 7226, 7232,
        7235, 7239, 7241, 7246, 7249, 40019, 7257, 7260, 7266, 7268, 7276, 7279, 7282, 7288, 7293, 7298, 7306, 7312, 7316, 7322,
        7328, 7331, 7335, 7340, 7344, 7348, 7354, 7359, 7363, 7370, 7375, 7381, 7388, 7393, 7403, 7414, 7420, 7426, 7431, 7438,
        7446, 7451, 7456, 7460, 7465, 7469, 40240, 40243, 7479, 7483, 7487, 7492, 7503, 7515, 7528, 7531, 7537, 7543, 7548, 7554,
        7557, 7562, 7567, 7571, 7576, 7581, 7585, 7589, 7595, 7599, 7604, 40380, 7618, 40392, 7630, 7636, 7642, 7648, 7654, 40428,
        7666, 7672, 7678, 7684, 7690, 7696, 7702, 7707, 7712, 7716, 7718, 7721, 7727, 7732, 7738, 7741, 7747, 7752, 7755, 7759,
        7761, 7764, 7767, 7771, 7779, 7782, 7787, 7793, 7800, 7808, 7812, 7818, 7821, 7823, 7826, 7831, 7835, 7837, 7840, 7843,
        7846, 7849, 7853, 7861, 7864, 7868, 7873, 7878, 7882, 7887, 7891, 7895, 7900, 40673, 7907, 7911, 7916, 7921, 7927, 7934,
        7943, 7949, 7955, 7964, 7974, 7981, 7987, 7996, 8000, 8004, 8010, 8014, 8020, 8026, 8030, 8037, 8042, 8046, 8051, 8057,
        8066, 8072, 8078, 8081, 8089, 8097, 8102, 8108, 8121, 8135, 8139, 8145, 8149, 8155, 8161, 8167, 40941, 8179, 40949, 8186,
        8189, 40961, 8198, 8201, 40972, 8210, 8212, 8218, 8223, 8229, 8234, 8239, 8244, 8249, 8257, 8265, 8270, 8274, 8279, 8281,
        8287, 8292, 8300, 8306, 8309, 8315, 8323, 8331, 8339, 8346, 8350, 8355, 8359, 8363, 41136, 8374, 8378, 8382, 8387, 8394,
        8399, 8405, 8410, 8412, 8418, 41191, 8427, 8432, 8435, 8438, 8443, 8447, 8451, 8457, 8462, 8467, 8473, 8479, 8482, 8485,
        8491, 8495, 8499, 8503, 8507, 8512, 8516, 8522, 8527, 8529, 8532, 8536, 8542, 8550, 8556, 8562, 8566, 8571, 8577, 41348,
        8585, 8589, 8594, 8601, 8607, 8613, 8619, 8625, 8632, 8638, 8641, 8647, 8651, 8656, 8661, 8666, 8672, 8678, 8683, 8690,
        8697, 8703, 8709, 8714, 8718, 8721, 8725, 8730, 8736, 8743, 8751, 8755, 8757, 8766, 8779, 8794, 8807, 8821, 8835, 8850,
        8867, 8886, 8900, 8903, 8906, 8910, 8918, 8921, 8926, 8932, 8939, 8947, 8951, 8957, 8967, 8974, 8983, 8993, 9000, 9007,
        9013, 9019, 9022, 9024, 9027, 9032, 9037, 9043, 9048, 9052, 9054, 9059, 9067, 9073, 9078, 9084, 9090, 9100, 9103, 9107,
        9115, 9118, 9122, 9127, 9132, 9137, 9142, 9147, 9160, 9178, 9188, 9202, 9215, 9229, 9234, 9238, 9244, 9251, 9257, 9263,
        9266, 9273, 9277, 9281, 9287, 9292, 9300, 9305, 9311, 9314, 9319, 9325, 9329, 9332, 9336, 9341, 9346, 9350, 9355, 9361,
        42135, 9369, 9373, 9378, 9383, 9389, 9395, 9401, 9408, 9414, 9418, 9423, 9428, 9436, 9443, 9452, 9456, 42229, 9465, 9469,
        9473, 9480, 9483, 9489, 9499, 9509, 9517, 9523, 9529, 9532, 9537, 9550, 9553, 42324, 9561, 9564, 9570, 42344, 9582, 9587,
        9593, 9599, 9606, 9610, 9614, 9620, 9626, 9630, 9632, 9636, 9642, 9644, 9652, 9657, 9660, 9663, 9667, 9677, 9692, 9695,
        9698, 9702, 9713, 9719, 9725, 9730, 9736, 9740, 9743, 9747, 9752, 9757, 9764, 9769, 9776, 42552, 9788, 9793, 9799, 9803,
        9809, 9815, 9820, 9828, 9832, 9835, 9840, 9842, 9847, 9853, 9858, 9865, 9870, 9876, 9882, 9887, 9893, 9900, 9903, 9906,
        9909, 9913, 9918, 9927, 9931, 9936, 9939, 9943, 9948, 9953, 9958, 9960, 9963, 9967, 9970, 9974, 9979, 9982, 9987, 9991,
        9994, 10004, 10019, 10023, 10028, 10037, 10041, 10046, 10051, 10054, 10059, 10065, 10069, 42841, 10076, 10081, 10087, 10095, 10102, 10109,
        10116, 10121, 10128, 10135, 10142, 10146, 10155, 10161, 10166, 10173, 10176, 10182, 10186, 10191, 10198, 10203, 10208, 10214, 10220, 10231,
        10236, 10242, 10245, 10251, 10255, 10259, 10268, 10282, 10286, 10291, 10297, 10302, 10307, 10314, 10321, 10325, 10330, 10335, 10342, 10351,
        10361, 10366, 10373, 10377, 10382, 10387, 10394, 10403, 10413, 43185, 10423, 10427, 10440, 10455, 10469, 10485, 10487, 10490, 10496, 10501,
        10507, 10513, 10517, 10523, 10527, 10531, 10538, 10544, 10548, 10552, 10559, 10565, 10572, 10577, 10582, 10588, 10593, 10600, 10606, 43376,
        10614, 10618, 43390, 10627, 10630, 10635, 10641, 10645, 10649, 10655, 10660, 10665, 10668, 43440, 10678, 10681, 10686, 10689, 10693, 10698,
        10703, 10710, 10715, 10718, 10723, 10728, 10735, 10739, 10745, 10749, 10753, 10758, 10763, 10765, 10770, 10773, 10778, 43553, 43557, 10793,
        10799, 10803, 10810, 10813, 43585, 10823, 43595, 10833, 10839, 43615, 10851, 10856, 43627, 10863, 10871, 10877, 10882, 10886, 10889, 10895,
        10901, 10907, 10911, 10918, 10921, 10924, 10928, 10934, 10939, 10941, 10950, 10953, 10959, 10966, 10972, 10976, 10984, 10989, 10996, 11002,
        11008, 43781, 11019, 11026, 11033, 11035, 11043, 43815, 11052, 11054, 11057, 11061, 11066, 11069, 11073, 11083, 11094, 11100, 11111, 11119,
        11127, 11134, 11139, 11145, 11149, 11154, 11160, 11164, 11172, 11180, 11188, 11192, 11198, 11203, 11209, 11213, 11216, 11222, 11225, 11229,
        11233, 11239, 11243, 11254, 11261, 11266, 44041, 11277, 11282, 11286, 11292, 11297, 11301, 11305, 11311, 11316, 11324, 11328, 11333, 11338,
        44112, 11349, 11353, 11359, 11364, 11371, 11376, 11382, 11388, 11394, 11400, 11407, 11413, 11418, 11424, 11429, 11438, 11443, 11448, 11454,
        11460, 11465, 11472, 11479, 11485, 11491, 11496, 11500, 11503, 11507, 11514, 11519, 11525, 11529, 11533, 11540, 11548, 11553, 44325, 11560,
        11566, 11572, 11575, 11580, 11585, 11591, 11594, 11598, 11608, 11622, 11638, 11652, 11667, 11684, 11700, 11715, 11730, 11734, 11746, 11751,
        11756, 11759, 11765, 11775, 11780, 11785, 11790, 11795, 11800, 11804, 11810, 11817, 11821, 11827, 11835, 11840, 11846, 11850, 11853, 11857,
        11862, 11868, 11874, 11880, 11884, 11889, 11894, 11902, 11909, 11911, 11917, 11922, 11924, 11927, 11931, 11937, 11942, 11945, 11951, 11956,
        11960, 11965, 11971, 11979, 11984, 11987, 11991, 11996, 12001, 12006, 12012, 12017, 44792, 12028, 12032, 12038, 12046, 12051, 12055, 12058,
        12064, 12069, 12075, 12079, 12087, 44868, 12103, 12108, 12114, 12120, 12123, 12129, 12133, 12138, 12142, 12147, 12151, 12156, 12161, 12168,
        12175, 12180, 12193, 12199, 12207, 12211, 12216, 12219, 12223, 12228, 12234, 12237, 12241, 12247, 12251, 12257, 12266, 12270, 12275, 12281,
        12286, 12292, 12297, 12303, 12311, 12321, 12326, 12332, 12340, 12350, 12353, 12359, 12365, 12369, 12374, 12378, 12384, 12390, 12396, 12400,
        12405, 12420, 12431, 12436, 12439, 12443, 12449, 12453, 12460, 12467, 12472, 12477, 12484, 12491, 12497, 12505, 12514, 12523, 12533, 12539,
        12545, 12551, 12555, 12565, 12576, 12582, 12593, 12601, 12609, 12616, 12619, 12623, 45394, 45398, 45402, 12638, 12642, 12648, 12655, 12659,
        12666, 12673, 12680, 12687, 12694, 12699, 12704, 12711, 12717, 12725, 12734, 12743, 12753, 12759, 12765, 12771, 12776, 12782, 12787, 12794,
        45568, 12805, 12811, 12814, 12818, 12824, 12830, 12833, 12837, 12843, 12846, 12852, 12861, 12866, 12874, 12880, 12891, 12899, 12905, 12910,
        45684, 12921, 45694, 12931, 12937, 12945, 12951, 12955, 12959, 12962, 12968, 12974, 12978, 12985, 12989, 12995, 13000, 13008, 13020, 13032,
        13046, 13055, 13068, 13083, 13089, 13093, 13101, 13108, 13113, 13120, 13128, 13132, 13136, 13141, 13147, 13152, 13168, 13185, 13189, 45961,
        13199, 13203, 13208, 45982, 13219, 13222, 13227, 13233, 13238, 13244, 46015, 13253, 13258, 13263, 13268, 13274, 13282, 13288, 13293, 46066,
        13301, 13306, 13310, 13317, 13328, 13341, 13355, 13360, 13364, 13369, 13376, 13386, 13392, 13400, 13406, 13411, 13416, 13420, 13425, 13431,
        13435, 13440, 46213, 13449, 13456, 13460, 13464, 13469, 13474, 13480, 13490, 13498, 13508, 13514, 13519, 13528, 13532, 13538, 13546, 13558,
        13571, 13583, 13596, 13604, 13619, 13635, 13638, 13643, 13646, 13652, 13657, 13663, 13669, 13673, 13676, 13681, 13686, 13691, 13695, 13700,
        13705, 13709, 13715, 13721, 13727, 13733, 13740, 13745, 13751, 13756, 13762, 13768, 13771, 13775, 13777, 13779, 13785, 13789, 13793, 13798,
        13802, 13807, 13810, 13815, 13820, 13822, 13827, 13832, 13836, 13840, 13845, 13849, 13855, 13861, 13866, 13871, 13875, 13881, 13887, 13892,
        13896, 46670, 13908, 13912, 13917, 46688, 13923, 13926, 13930, 13934, 13938, 46710, 13946, 13952, 13958, 13961, 13965, 13971, 13975, 13978,
        13982, 13989, 13993, 13997, 14000, 14004,
    ];

    /// <summary>The UTF-16 units of each name's text: the first in the low half, the second, if any, in the high half.</summary>
    internal static ReadOnlySpan<uint> Values =>
    [
        0xC6, 0x26, 0xC1, 0x102, 0xC2, 0x410, 0xDD04D835, 0xC0, 0x391, 0x100, 0x2A53, 0x104, 0xDD38D835, 0x2061,
        0xC5, 0xDC9CD835, 0x2254, 0xC3, 0xC4, 0x2216, 0x2AE7, 0x2306, 0x411, 0x2235, 0x212C, 0x392, 0xDD05D835, 0xDD39D835,
        0x2D8, 0x212C, 0x224E, 0x427, 0xA9, 0x106, 0x22D2, 0x2145, 0x212D, 0x10C, 0xC7, 0x108, 0x2230, 0x10A,
        0xB8, 0xB7, 0x212D, 0x3A7, 0x2299, 0x2296, 0x2295, 0x2297, 0x2232, 0x201D, 0x2019, 0x2237, 0x2A74, 0x2261,
        0x222F, 0x222E, 0x2102, 0x2210, 0x2233, 0x2A2F, 0xDC9ED835, 0x22D3, 0x224D, 0x2145, 0x2911, 0x402, 0x405, 0x40F,
        0x2021, 0x21A1, 0x2AE4, 0x10E, 0x414, 0x2207, 0x394, 0xDD07D835, 0xB4, 0x2D9, 0x2DD, 0x60, 0x2DC, 0x22C4,
        0x2146, 0xDD3BD835, 0xA8, 0x20DC, 0x2250, 0x222F, 0xA8, 0x21D3, 0x21D0, 0x21D4, 0x2AE4, 0x27F8, 0x27FA, 0x27F9,
        0x21D2, 0x22A8, 0x21D1, 0x21D5, 0x2225, 0x2193, 0x2913, 0x21F5, 0x311, 0x2950, 0x295E, 0x21BD, 0x2956, 0x295F,
        0x21C1, 0x2957, 0x22A4, 0x21A7, 0x21D3, 0xDC9FD835, 0x110, 0x14A, 0xD0, 0xC9, 0x11A, 0xCA, 0x42D, 0x116,
        0xDD08D835, 0xC8, 0x2208, 0x112, 0x25FB, 0x25AB, 0x118, 0xDD3CD835, 0x395, 0x2A75, 0x2242, 0x21CC, 0x2130, 0x2A73,
        0x397, 0xCB, 0x2203, 0x2147, 0x424, 0xDD09D835, 0x25FC, 0x25AA, 0xDD3DD835, 0x2200, 0x2131, 0x2131, 0x403, 0x3E,
        0x393, 0x3DC, 0x11E, 0x122, 0x11C, 0x413, 0x120, 0xDD0AD835, 0x22D9, 0xDD3ED835, 0x2265, 0x22DB, 0x2267, 0x2AA2,
        0x2277, 0x2A7E, 0x2273, 0xDCA2D835, 0x226B, 0x42A, 0x2C7, 0x5E, 0x124, 0x210C, 0x210B, 0x210D, 0x2500, 0x210B,
        0x126, 0x224E, 0x224F, 0x415, 0x132, 0x401, 0xCD, 0xCE, 0x418, 0x130, 0x2111, 0xCC, 0x2111, 0x12A,
        0x2148, 0x21D2, 0x222C, 0x222B, 0x22C2, 0x2063, 0x2062, 0x12E, 0xDD40D835, 0x399, 0x2110, 0x128, 0x406, 0xCF,
        0x134, 0x419, 0xDD0DD835, 0xDD41D835, 0xDCA5D835, 0x408, 0x404, 0x425, 0x40C, 0x39A, 0x136, 0x41A, 0xDD0ED835, 0xDD42D835,
        0xDCA6D835, 0x409, 0x3C, 0x139, 0x39B, 0x27EA, 0x2112, 0x219E, 0x13D, 0x13B, 0x41B, 0x27E8, 0x2190, 0x21E4,
        0x21C6, 0x2308, 0x27E6, 0x2961, 0x21C3, 0x2959, 0x230A, 0x2194, 0x294E, 0x22A3, 0x21A4, 0x295A, 0x22B2, 0x29CF,
        0x22B4, 0x2951, 0x2960, 0x21BF, 0x2958, 0x21BC, 0x2952, 0x21D0, 0x21D4, 0x22DA, 0x2266, 0x2276, 0x2AA1, 0x2A7D,
        0x2272, 0xDD0FD835, 0x22D8, 0x21DA, 0x13F, 0x27F5, 0x27F7, 0x27F6, 0x27F8, 0x27FA, 0x27F9, 0xDD43D835, 0x2199, 0x2198,
        0x2112, 0x21B0, 0x141, 0x226A, 0x2905, 0x41C, 0x205F, 0x2133, 0xDD10D835, 0x2213, 0xDD44D835, 0x2133, 0x39C, 0x40A,
        0x143, 0x147, 0x145, 0x41D, 0x200B, 0x200B, 0x200B, 0x200B, 0x226B, 0x226A, 0xA, 0xDD11D835, 0x2060, 0xA0,
        0x2115, 0x2AEC, 0x2262, 0x226D, 0x2226, 0x2209, 0x2260, 0x3382242, 0x2204, 0x226F, 0x2271, 0x3382267, 0x338226B, 0x2279,
        0x3382A7E, 0x2275, 0x338224E, 0x338224F, 0x22EA, 0x33829CF, 0x22EC, 0x226E, 0x2270, 0x2278, 0x338226A, 0x3382A7D, 0x2274, 0x3382AA2,
        0x3382AA1, 0x2280, 0x3382AAF, 0x22E0, 0x220C, 0x22EB, 0x33829D0, 0x22ED, 0x338228F, 0x22E2, 0x3382290, 0x22E3, 0x20D22282, 0x2288,
        0x2281, 0x3382AB0, 0x22E1, 0x338227F, 0x20D22283, 0x2289, 0x2241, 0x2244, 0x2247, 0x2249, 0x2224, 0xDCA9D835, 0xD1, 0x39D,
        0x152, 0xD3, 0xD4, 0x41E, 0x150, 0xDD12D835, 0xD2, 0x14C, 0x3A9, 0x39F, 0xDD46D835, 0x201C, 0x2018, 0x2A54,
        0xDCAAD835, 0xD8, 0xD5, 0x2A37, 0xD6, 0x203E, 0x23DE, 0x23B4, 0x23DC, 0x2202, 0x41F, 0xDD13D835, 0x3A6, 0x3A0,
        0xB1, 0x210C, 0x2119, 0x2ABB, 0x227A, 0x2AAF, 0x227C, 0x227E, 0x2033, 0x220F, 0x2237, 0x221D, 0xDCABD835, 0x3A8,
        0x22, 0xDD14D835, 0x211A, 0xDCACD835, 0x2910, 0xAE, 0x154, 0x27EB, 0x21A0, 0x2916, 0x158, 0x156, 0x420, 0x211C,
        0x220B, 0x21CB, 0x296F, 0x211C, 0x3A1, 0x27E9, 0x2192, 0x21E5, 0x21C4, 0x2309, 0x27E7, 0x295D, 0x21C2, 0x2955,
        0x230B, 0x22A2, 0x21A6, 0x295B, 0x22B3, 0x29D0, 0x22B5, 0x294F, 0x295C, 0x21BE, 0x2954, 0x21C0, 0x2953, 0x21D2,
        0x211D, 0x2970, 0x21DB, 0x211B, 0x21B1, 0x29F4, 0x429, 0x428, 0x42C, 0x15A, 0x2ABC, 0x160, 0x15E, 0x15C,
        0x421, 0xDD16D835, 0x2193, 0x2190, 0x2192, 0x2191, 0x3A3, 0x2218, 0xDD4AD835, 0x221A, 0x25A1, 0x2293, 0x228F, 0x2291,
        0x2290, 0x2292, 0x2294, 0xDCAED835, 0x22C6, 0x22D0, 0x22D0, 0x2286, 0x227B, 0x2AB0, 0x227D, 0x227F, 0x220B, 0x2211,
        0x22D1, 0x2283, 0x2287, 0x22D1, 0xDE, 0x2122, 0x40B, 0x426, 0x9, 0x3A4, 0x164, 0x162, 0x422, 0xDD17D835,
        0x2234, 0x398, 0x200A205F, 0x2009, 0x223C, 0x2243, 0x2245, 0x2248, 0xDD4BD835, 0x20DB, 0xDCAFD835, 0x166, 0xDA, 0x219F,
        0x2949, 0x40E, 0x16C, 0xDB, 0x423, 0x170, 0xDD18D835, 0xD9, 0x16A, 0x5F, 0x23DF, 0x23B5, 0x23DD, 0x22C3,
        0x228E, 0x172, 0xDD4CD835, 0x2191, 0x2912, 0x21C5, 0x2195, 0x296E, 0x22A5, 0x21A5, 0x21D1, 0x21D5, 0x2196, 0x2197,
        0x3D2, 0x3A5, 0x16E, 0xDCB0D835, 0x168, 0xDC, 0x22AB, 0x2AEB, 0x412, 0x22A9, 0x2AE6, 0x22C1, 0x2016, 0x2016,
        0x2223, 0x7C, 0x2758, 0x2240, 0x200A, 0xDD19D835, 0xDD4DD835, 0xDCB1D835, 0x22AA, 0x174, 0x22C0, 0xDD1AD835, 0xDD4ED835, 0xDCB2D835,
        0xDD1BD835, 0x39E, 0xDD4FD835, 0xDCB3D835, 0x42F, 0x407, 0x42E, 0xDD, 0x176, 0x42B, 0xDD1CD835, 0xDD50D835, 0xDCB4D835, 0x178,
        0x416, 0x179, 0x17D, 0x417, 0x17B, 0x200B, 0x396, 0x2128, 0x2124, 0xDCB5D835, 0xE1, 0x103, 0x223E, 0x333223E,
        0x223F, 0xE2, 0xB4, 0x430, 0xE6, 0x2061, 0xDD1ED835, 0xE0, 0x2135, 0x2135, 0x3B1, 0x101, 0x2A3F, 0x26,
        0x2227, 0x2A55, 0x2A5C, 0x2A58, 0x2A5A, 0x2220, 0x29A4, 0x2220, 0x2221, 0x29A8, 0x29A9, 0x29AA, 0x29AB, 0x29AC,
        0x29AD, 0x29AE, 0x29AF, 0x221F, 0x22BE, 0x299D, 0x2222, 0xC5, 0x237C, 0x105, 0xDD52D835, 0x2248, 0x2A70, 0x2A6F,
        0x224A, 0x224B, 0x27, 0x2248, 0x224A, 0xE5, 0xDCB6D835, 0x2A, 0x2248, 0x224D, 0xE3, 0xE4, 0x2233, 0x2A11,
        0x2AED, 0x224C, 0x3F6, 0x2035, 0x223D, 0x22CD, 0x22BD, 0x2305, 0x2305, 0x23B5, 0x23B6, 0x224C, 0x431, 0x201E,
        0x2235, 0x2235, 0x29B0, 0x3F6, 0x212C, 0x3B2, 0x2136, 0x226C, 0xDD1FD835, 0x22C2, 0x25EF, 0x22C3, 0x2A00, 0x2A01,
        0x2A02, 0x2A06, 0x2605, 0x25BD, 0x25B3, 0x2A04, 0x22C1, 0x22C0, 0x290D, 0x29EB, 0x25AA, 0x25B4, 0x25BE, 0x25C2,
        0x25B8, 0x2423, 0x2592, 0x2591, 0x2593, 0x2588, 0x20E5003D, 0x20E52261, 0x2310, 0xDD53D835, 0x22A5, 0x22A5, 0x22C8, 0x2557,
        0x2554, 0x2556, 0x2553, 0x2550, 0x2566, 0x2569, 0x2564, 0x2567, 0x255D, 0x255A, 0x255C, 0x2559, 0x2551, 0x256C,
        0x2563, 0x2560, 0x256B, 0x2562, 0x255F, 0x29C9, 0x2555, 0x2552, 0x2510, 0x250C, 0x2500, 0x2565, 0x2568, 0x252C,
        0x2534, 0x229F, 0x229E, 0x22A0, 0x255B, 0x2558, 0x2518, 0x2514, 0x2502, 0x256A, 0x2561, 0x255E, 0x253C, 0x2524,
        0x251C, 0x2035, 0x2D8, 0xA6, 0xDCB7D835, 0x204F, 0x223D, 0x22CD, 0x5C, 0x29C5, 0x27C8, 0x2022, 0x2022, 0x224E,
        0x2AAE, 0x224F, 0x224F, 0x107, 0x2229, 0x2A44, 0x2A49, 0x2A4B, 0x2A47, 0x2A40, 0xFE002229, 0x2041, 0x2C7, 0x2A4D,
        0x10D, 0xE7, 0x109, 0x2A4C, 0x2A50, 0x10B, 0xB8, 0x29B2, 0xA2, 0xB7, 0xDD20D835, 0x447, 0x2713, 0x2713,
        0x3C7, 0x25CB, 0x29C3, 0x2C6, 0x2257, 0x21BA, 0x21BB, 0xAE, 0x24C8, 0x229B, 0x229A, 0x229D, 0x2257, 0x2A10,
        0x2AEF, 0x29C2, 0x2663, 0x2663, 0x3A, 0x2254, 0x2254, 0x2C, 0x40, 0x2201, 0x2218, 0x2201, 0x2102, 0x2245,
        0x2A6D, 0x222E, 0xDD54D835, 0x2210, 0xA9, 0x2117, 0x21B5, 0x2717, 0xDCB8D835, 0x2ACF, 0x2AD1, 0x2AD0, 0x2AD2, 0x22EF,
        0x2938, 0x2935, 0x22DE, 0x22DF, 0x21B6, 0x293D, 0x222A, 0x2A48, 0x2A46, 0x2A4A, 0x228D, 0x2A45, 0xFE00222A, 0x21B7,
        0x293C, 0x22DE, 0x22DF, 0x22CE, 0x22CF, 0xA4, 0x21B6, 0x21B7, 0x22CE, 0x22CF, 0x2232, 0x2231, 0x232D, 0x21D3,
        0x2965, 0x2020, 0x2138, 0x2193, 0x2010, 0x22A3, 0x290F, 0x2DD, 0x10F, 0x434, 0x2146, 0x2021, 0x21CA, 0x2A77,
        0xB0, 0x3B4, 0x29B1, 0x297F, 0xDD21D835, 0x21C3, 0x21C2, 0x22C4, 0x22C4, 0x2666, 0x2666, 0xA8, 0x3DD, 0x22F2,
        0xF7, 0xF7, 0x22C7, 0x22C7, 0x452, 0x231E, 0x230D, 0x24, 0xDD55D835, 0x2D9, 0x2250, 0x2251, 0x2238, 0x2214,
        0x22A1, 0x2306, 0x2193, 0x21CA, 0x21C3, 0x21C2, 0x2910, 0x231F, 0x230C, 0xDCB9D835, 0x455, 0x29F6, 0x111, 0x22F1,
        0x25BF, 0x25BE, 0x21F5, 0x296F, 0x29A6, 0x45F, 0x27FF, 0x2A77, 0x2251, 0xE9, 0x2A6E, 0x11B, 0x2256, 0xEA,
        0x2255, 0x44D, 0x117, 0x2147, 0x2252, 0xDD22D835, 0x2A9A, 0xE8, 0x2A96, 0x2A98, 0x2A99, 0x23E7, 0x2113, 0x2A95,
        0x2A97, 0x113, 0x2205, 0x2205, 0x2205, 0x2003, 0x2004, 0x2005, 0x14B, 0x2002, 0x119, 0xDD56D835, 0x22D5, 0x29E3,
        0x2A71, 0x3B5, 0x3B5, 0x3F5, 0x2256, 0x2255, 0x2242, 0x2A96, 0x2A95, 0x3D, 0x225F, 0x2261, 0x2A78, 0x29E5,
        0x2253, 0x2971, 0x212F, 0x2250, 0x2242, 0x3B7, 0xF0, 0xEB, 0x20AC, 0x21, 0x2203, 0x2130, 0x2147, 0x2252,
        0x444, 0x2640, 0xFB03, 0xFB00, 0xFB04, 0xDD23D835, 0xFB01, 0x6A0066, 0x266D, 0xFB02, 0x25B1, 0x192, 0xDD57D835, 0x2200,
        0x22D4, 0x2AD9, 0x2A0D, 0xBD, 0x2153, 0xBC, 0x2155, 0x2159, 0x215B, 0x2154, 0x2156, 0xBE, 0x2157, 0x215C,
        0x2158, 0x215A, 0x215D, 0x215E, 0x2044, 0x2322, 0xDCBBD835, 0x2267, 0x2A8C, 0x1F5, 0x3B3, 0x3DD, 0x2A86, 0x11F,
        0x11D, 0x433, 0x121, 0x2265, 0x22DB, 0x2265, 0x2267, 0x2A7E, 0x2A7E, 0x2AA9, 0x2A80, 0x2A82, 0x2A84, 0xFE0022DB,
        0x2A94, 0xDD24D835, 0x226B, 0x22D9, 0x2137, 0x453, 0x2277, 0x2A92, 0x2AA5, 0x2AA4, 0x2269, 0x2A8A, 0x2A8A, 0x2A88,
        0x2A88, 0x2269, 0x22E7, 0xDD58D835, 0x60, 0x210A, 0x2273, 0x2A8E, 0x2A90, 0x3E, 0x2AA7, 0x2A7A, 0x22D7, 0x2995,
        0x2A7C, 0x2A86, 0x2978, 0x22D7, 0x22DB, 0x2A8C, 0x2277, 0x2273, 0xFE002269, 0xFE002269, 0x21D4, 0x200A, 0xBD, 0x210B,
        0x44A, 0x2194, 0x2948, 0x21AD, 0x210F, 0x125, 0x2665, 0x2665, 0x2026, 0x22B9, 0xDD25D835, 0x2925, 0x2926, 0x21FF,
        0x223B, 0x21A9, 0x21AA, 0xDD59D835, 0x2015, 0xDCBDD835, 0x210F, 0x127, 0x2043, 0x2010, 0xED, 0x2063, 0xEE, 0x438,
        0x435, 0xA1, 0x21D4, 0xDD26D835, 0xEC, 0x2148, 0x2A0C, 0x222D, 0x29DC, 0x2129, 0x133, 0x12B, 0x2111, 0x2110,
        0x2111, 0x131, 0x22B7, 0x1B5, 0x2208, 0x2105, 0x221E, 0x29DD, 0x131, 0x222B, 0x22BA, 0x2124, 0x22BA, 0x2A17,
        0x2A3C, 0x451, 0x12F, 0xDD5AD835, 0x3B9, 0x2A3C, 0xBF, 0xDCBED835, 0x2208, 0x22F9, 0x22F5, 0x22F4, 0x22F3, 0x2208,
        0x2062, 0x129, 0x456, 0xEF, 0x135, 0x439, 0xDD27D835, 0x237, 0xDD5BD835, 0xDCBFD835, 0x458, 0x454, 0x3BA, 0x3F0,
        0x137, 0x43A, 0xDD28D835, 0x138, 0x445, 0x45C, 0xDD5CD835, 0xDCC0D835, 0x21DA, 0x21D0, 0x291B, 0x290E, 0x2266, 0x2A8B,
        0x2962, 0x13A, 0x29B4, 0x2112, 0x3BB, 0x27E8, 0x2991, 0x27E8, 0x2A85, 0xAB, 0x2190, 0x21E4, 0x291F, 0x291D,
        0x21A9, 0x21AB, 0x2939, 0x2973, 0x21A2, 0x2AAB, 0x2919, 0x2AAD, 0xFE002AAD, 0x290C, 0x2772, 0x7B, 0x5B, 0x298B,
        0x298F, 0x298D, 0x13E, 0x13C, 0x2308, 0x7B, 0x43B, 0x2936, 0x201C, 0x201E, 0x2967, 0x294B, 0x21B2, 0x2264,
        0x2190, 0x21A2, 0x21BD, 0x21BC, 0x21C7, 0x2194, 0x21C6, 0x21CB, 0x21AD, 0x22CB, 0x22DA, 0x2264, 0x2266, 0x2A7D,
        0x2A7D, 0x2AA8, 0x2A7F, 0x2A81, 0x2A83, 0xFE0022DA, 0x2A93, 0x2A85, 0x22D6, 0x22DA, 0x2A8B, 0x2276, 0x2272, 0x297C,
        0x230A, 0xDD29D835, 0x2276, 0x2A91, 0x21BD, 0x21BC, 0x296A, 0x2584, 0x459, 0x226A, 0x21C7, 0x231E, 0x296B, 0x25FA,
        0x140, 0x23B0, 0x23B0, 0x2268, 0x2A89, 0x2A89, 0x2A87, 0x2A87, 0x2268, 0x22E6, 0x27EC, 0x21FD, 0x27E6, 0x27F5,
        0x27F7, 0x27FC, 0x27F6, 0x21AB, 0x21AC, 0x2985, 0xDD5DD835, 0x2A2D, 0x2A34, 0x2217, 0x5F, 0x25CA, 0x25CA, 0x29EB,
        0x28, 0x2993, 0x21C6, 0x231F, 0x21CB, 0x296D, 0x200E, 0x22BF, 0x2039, 0xDCC1D835, 0x21B0, 0x2272, 0x2A8D, 0x2A8F,
        0x5B, 0x2018, 0x201A, 0x142, 0x3C, 0x2AA6, 0x2A79, 0x22D6, 0x22CB, 0x22C9, 0x2976, 0x2A7B, 0x2996, 0x25C3,
        0x22B4, 0x25C2, 0x294A, 0x2966, 0xFE002268, 0xFE002268, 0x223A, 0xAF, 0x2642, 0x2720, 0x2720, 0x21A6, 0x21A6, 0x21A7,
        0x21A4, 0x21A5, 0x25AE, 0x2A29, 0x43C, 0x2014, 0x2221, 0xDD2AD835, 0x2127, 0xB5, 0x2223, 0x2A, 0x2AF0, 0xB7,
        0x2212, 0x229F, 0x2238, 0x2A2A, 0x2ADB, 0x2026, 0x2213, 0x22A7, 0xDD5ED835, 0x2213, 0xDCC2D835, 0x223E, 0x3BC, 0x22B8,
        0x22B8, 0x33822D9, 0x20D2226B, 0x338226B, 0x21CD, 0x21CE, 0x33822D8, 0x20D2226A, 0x338226A, 0x21CF, 0x22AF, 0x22AE, 0x2207, 0x144,
        0x20D22220, 0x2249, 0x3382A70, 0x338224B, 0x149, 0x2249, 0x266E, 0x266E, 0x2115, 0xA0, 0x338224E, 0x338224F, 0x2A43, 0x148,
        0x146, 0x2247, 0x3382A6D, 0x2A42, 0x43D, 0x2013, 0x2260, 0x21D7, 0x2924, 0x2197, 0x2197, 0x3382250, 0x2262, 0x2928,
        0x3382242, 0x2204, 0x2204, 0xDD2BD835, 0x3382267, 0x2271, 0x2271, 0x3382267, 0x3382A7E, 0x3382A7E, 0x2275, 0x226F, 0x226F, 0x21CE,
        0x21AE, 0x2AF2, 0x220B, 0x22FC, 0x22FA, 0x220B, 0x45A, 0x21CD, 0x3382266, 0x219A, 0x2025, 0x2270, 0x219A, 0x21AE,
        0x2270, 0x3382266, 0x3382A7D, 0x3382A7D, 0x226E, 0x2274, 0x226E, 0x22EA, 0x22EC, 0x2224, 0xDD5FD835, 0xAC, 0x2209, 0x33822F9,
        0x33822F5, 0x2209, 0x22F7, 0x22F6, 0x220C, 0x220C, 0x22FE, 0x22FD, 0x2226, 0x2226, 0x20E52AFD, 0x3382202, 0x2A14, 0x2280,
        0x22E0, 0x3382AAF, 0x2280, 0x3382AAF, 0x21CF, 0x219B, 0x3382933, 0x338219D, 0x219B, 0x22EB, 0x22ED, 0x2281, 0x22E1, 0x3382AB0,
        0xDCC3D835, 0x2224, 0x2226, 0x2241, 0x2244, 0x2244, 0x2224, 0x2226, 0x22E2, 0x22E3, 0x2284, 0x3382AC5, 0x2288, 0x20D22282,
        0x2288, 0x3382AC5, 0x2281, 0x3382AB0, 0x2285, 0x3382AC6, 0x2289, 0x20D22283, 0x2289, 0x3382AC6, 0x2279, 0xF1, 0x2278, 0x22EA,
        0x22EC, 0x22EB, 0x22ED, 0x3BD, 0x23, 0x2116, 0x2007, 0x22AD, 0x2904, 0x20D2224D, 0x22AC, 0x20D22265, 0x20D2003E, 0x29DE,
        0x2902, 0x20D22264, 0x20D2003C, 0x20D222B4, 0x2903, 0x20D222B5, 0x20D2223C, 0x21D6, 0x2923, 0x2196, 0x2196, 0x2927, 0x24C8, 0xF3,
        0x229B, 0x229A, 0xF4, 0x43E, 0x229D, 0x151, 0x2A38, 0x2299, 0x29BC, 0x153, 0x29BF, 0xDD2CD835, 0x2DB, 0xF2,
        0x29C1, 0x29B5, 0x3A9, 0x222E, 0x21BA, 0x29BE, 0x29BB, 0x203E, 0x29C0, 0x14D, 0x3C9, 0x3BF, 0x29B6, 0x2296,
        0xDD60D835, 0x29B7, 0x29B9, 0x2295, 0x2228, 0x21BB, 0x2A5D, 0x2134, 0x2134, 0xAA, 0xBA, 0x22B6, 0x2A56, 0x2A57,
        0x2A5B, 0x2134, 0xF8, 0x2298, 0xF5, 0x2297, 0x2A36, 0xF6, 0x233D, 0x2225, 0xB6, 0x2225, 0x2AF3, 0x2AFD,
        0x2202, 0x43F, 0x25, 0x2E, 0x2030, 0x22A5, 0x2031, 0xDD2DD835, 0x3C6, 0x3D5, 0x2133, 0x260E, 0x3C0, 0x22D4,
        0x3D6, 0x210F, 0x210E, 0x210F, 0x2B, 0x2A23, 0x229E, 0x2A22, 0x2214, 0x2A25, 0x2A72, 0xB1, 0x2A26, 0x2A27,
        0xB1, 0x2A15, 0xDD61D835, 0xA3, 0x227A, 0x2AB3, 0x2AB7, 0x227C, 0x2AAF, 0x227A, 0x2AB7, 0x227C, 0x2AAF, 0x2AB9,
        0x2AB5, 0x22E8, 0x227E, 0x2032, 0x2119, 0x2AB5, 0x2AB9, 0x22E8, 0x220F, 0x232E, 0x2312, 0x2313, 0x221D, 0x221D,
        0x227E, 0x22B0, 0xDCC5D835, 0x3C8, 0x2008, 0xDD2ED835, 0x2A0C, 0xDD62D835, 0x2057, 0xDCC6D835, 0x210D, 0x2A16, 0x3F, 0x225F,
        0x22, 0x21DB, 0x21D2, 0x291C, 0x290F, 0x2964, 0x331223D, 0x155, 0x221A, 0x29B3, 0x27E9, 0x2992, 0x29A5, 0x27E9,
        0xBB, 0x2192, 0x2975, 0x21E5, 0x2920, 0x2933, 0x291E, 0x21AA, 0x21AC, 0x2945, 0x2974, 0x21A3, 0x219D, 0x291A,
        0x2236, 0x211A, 0x290D, 0x2773, 0x7D, 0x5D, 0x298C, 0x298E, 0x2990, 0x159, 0x157, 0x2309, 0x7D, 0x440,
        0x2937, 0x2969, 0x201D, 0x201D, 0x21B3, 0x211C, 0x211B, 0x211C, 0x211D, 0x25AD, 0xAE, 0x297D, 0x230B, 0xDD2FD835,
        0x21C1, 0x21C0, 0x296C, 0x3C1, 0x3F1, 0x2192, 0x21A3, 0x21C1, 0x21C0, 0x21C4, 0x21CC, 0x21C9, 0x219D, 0x22CC,
        0x2DA, 0x2253, 0x21C4, 0x21CC, 0x200F, 0x23B1, 0x23B1, 0x2AEE, 0x27ED, 0x21FE, 0x27E7, 0x2986, 0xDD63D835, 0x2A2E,
        0x2A35, 0x29, 0x2994, 0x2A12, 0x21C9, 0x203A, 0xDCC7D835, 0x21B1, 0x5D, 0x2019, 0x2019, 0x22CC, 0x22CA, 0x25B9,
        0x22B5, 0x25B8, 0x29CE, 0x2968, 0x211E, 0x15B, 0x201A, 0x227B, 0x2AB4, 0x2AB8, 0x161, 0x227D, 0x2AB0, 0x15F,
        0x15D, 0x2AB6, 0x2ABA, 0x22E9, 0x2A13, 0x227F, 0x441, 0x22C5, 0x22A1, 0x2A66, 0x21D8, 0x2925, 0x2198, 0x2198,
        0xA7, 0x3B, 0x2929, 0x2216, 0x2216, 0x2736, 0xDD30D835, 0x2322, 0x266F, 0x449, 0x448, 0x2223, 0x2225, 0xAD,
        0x3C3, 0x3C2, 0x3C2, 0x223C, 0x2A6A, 0x2243, 0x2243, 0x2A9E, 0x2AA0, 0x2A9D, 0x2A9F, 0x2246, 0x2A24, 0x2972,
        0x2190, 0x2216, 0x2A33, 0x29E4, 0x2223, 0x2323, 0x2AAA, 0x2AAC, 0xFE002AAC, 0x44C, 0x2F, 0x29C4, 0x233F, 0xDD64D835,
        0x2660, 0x2660, 0x2225, 0x2293, 0xFE002293, 0x2294, 0xFE002294, 0x228F, 0x2291, 0x228F, 0x2291, 0x2290, 0x2292, 0x2290,
        0x2292, 0x25A1, 0x25A1, 0x25AA, 0x25AA, 0x2192, 0xDCC8D835, 0x2216, 0x2323, 0x22C6, 0x2606, 0x2605, 0x3F5, 0x3D5,
        0xAF, 0x2282, 0x2AC5, 0x2ABD, 0x2286, 0x2AC3, 0x2AC1, 0x2ACB, 0x228A, 0x2ABF, 0x2979, 0x2282, 0x2286, 0x2AC5,
        0x228A, 0x2ACB, 0x2AC7, 0x2AD5, 0x2AD3, 0x227B, 0x2AB8, 0x227D, 0x2AB0, 0x2ABA, 0x2AB6, 0x22E9, 0x227F, 0x2211,
        0x266A, 0x2283, 0xB9, 0xB2, 0xB3, 0x2AC6, 0x2ABE, 0x2AD8, 0x2287, 0x2AC4, 0x27C9, 0x2AD7, 0x297B, 0x2AC2,
        0x2ACC, 0x228B, 0x2AC0, 0x2283, 0x2287, 0x2AC6, 0x228B, 0x2ACC, 0x2AC8, 0x2AD4, 0x2AD6, 0x21D9, 0x2926, 0x2199,
        0x2199, 0x292A, 0xDF, 0x2316, 0x3C4, 0x23B4, 0x165, 0x163, 0x442, 0x20DB, 0x2315, 0xDD31D835, 0x2234, 0x2234,
        0x3B8, 0x3D1, 0x3D1, 0x2248, 0x223C, 0x2009, 0x2248, 0x223C, 0xFE, 0x2DC, 0xD7, 0x22A0, 0x2A31, 0x2A30,
        0x222D, 0x2928, 0x22A4, 0x2336, 0x2AF1, 0xDD65D835, 0x2ADA, 0x2929, 0x2034, 0x2122, 0x25B5, 0x25BF, 0x25C3, 0x22B4,
        0x225C, 0x25B9, 0x22B5, 0x25EC, 0x225C, 0x2A3A, 0x2A39, 0x29CD, 0x2A3B, 0x23E2, 0xDCC9D835, 0x446, 0x45B, 0x167,
        0x226C, 0x219E, 0x21A0, 0x21D1, 0x2963, 0xFA, 0x2191, 0x45E, 0x16D, 0xFB, 0x443, 0x21C5, 0x171, 0x296E,
        0x297E, 0xDD32D835, 0xF9, 0x21BF, 0x21BE, 0x2580, 0x231C, 0x231C, 0x230F, 0x25F8, 0x16B, 0xA8, 0x173, 0xDD66D835,
        0x2191, 0x2195, 0x21BF, 0x21BE, 0x228E, 0x3C5, 0x3D2, 0x3C5, 0x21C8, 0x231D, 0x231D, 0x230E, 0x16F, 0x25F9,
        0xDCCAD835, 0x22F0, 0x169, 0x25B5, 0x25B4, 0x21C8, 0xFC, 0x29A7, 0x21D5, 0x2AE8, 0x2AE9, 0x22A8, 0x299C, 0x3F5,
        0x3F0, 0x2205, 0x3D5, 0x3D6, 0x221D, 0x2195, 0x3F1, 0x3C2, 0xFE00228A, 0xFE002ACB, 0xFE00228B, 0xFE002ACC, 0x3D1, 0x22B2,
        0x22B3, 0x432, 0x22A2, 0x2228, 0x22BB, 0x225A, 0x22EE, 0x7C, 0x7C, 0xDD33D835, 0x22B2, 0x20D22282, 0x20D22283, 0xDD67D835,
        0x221D, 0x22B3, 0xDCCBD835, 0xFE002ACB, 0xFE00228A, 0xFE002ACC, 0xFE00228B, 0x299A, 0x175, 0x2A5F, 0x2227, 0x2259, 0x2118, 0xDD34D835,
        0xDD68D835, 0x2118, 0x2240, 0x2240, 0xDCCCD835, 0x22C2, 0x25EF, 0x22C3, 0x25BD, 0xDD35D835, 0x27FA, 0x27F7, 0x3BE, 0x27F8,
        0x27F5, 0x27FC, 0x22FB, 0x2A00, 0xDD69D835, 0x2A01, 0x2A02, 0x27F9, 0x27F6, 0xDCCDD835, 0x2A06, 0x2A04, 0x25B3, 0x22C1,
        0x22C0, 0xFD, 0x44F, 0x177, 0x44B, 0xA5, 0xDD36D835, 0x457, 0xDD6AD835, 0xDCCED835, 0x44E, 0xFF, 0x17A, 0x17E,
        0x437, 0x17C, 0x2128, 0x3B6, 0xDD37D835, 0x436, 0x21DD, 0xDD6BD835, 0xDCCFD835, 0x200D, 0x200C,
    ];

    /// <summary>Index of the first name that begins with a letter, A to Z then a to z, and the count at the end.</summary>
    internal static ReadOnlySpan<ushort> Letters =>
    [
        0, 19, 31, 65, 119, 144, 152, 173, 185, 210, 217, 225, 284, 293, 364, 387, 406, 410, 454, 494, 516, 552, 569, 574, 578, 588,
        598, 658, 773, 867, 931, 993, 1029, 1088, 1116, 1166, 1174, 1184, 1336, 1373, 1538, 1591, 1657, 1667, 1769, 1921, 1977, 2024, 2066, 2077, 2101, 2112,
        2125,
    ];
}
