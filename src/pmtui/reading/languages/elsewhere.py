"""Words by which a text is told to be English, and words of times in languages that have no table."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = _words(
    """
    about after afternoon ago and any approximately are around at be because been before began being between but
    by could deployed did during earlier ended evening failed first found from got has have his into it its last
    later more morning next noon noticed of our released reported rolled said saw she should since some started
    than that the their then there throughout these they this those through today told tomorrow until was went were what
    when where which while who with within would yesterday
    """
)
"""Small words that hardly any other language has."""

ENGLISH_TOO = _words(
    """
    a abr ad ago al all am an april as at august begin by ca circa con d da dal dans das de dec december del
    dem den der des di dia die dim do dom dos due e ed el en end er era eran est et fa fin final fine for fut
    gen giu half hrs i il in is ist italiana jan jeu jue l la lang later le les lisboa lo lug lun luty m madrid
    mag man mar me media mer mi midden minute minutes mon nat natal nel no november o od of ok okt on once or
    ora os ott out over paris pas per pile po poi prima roma s sam sat sei sept september set sin six so sol son
    std te time timer to tre tres u un una une uno van var ven vie w war was we week weekend y ya
    """
)
"""Words of the tables that are English as well, or common to many languages: they do not tell which one it is."""

COMMON = _words(
    """
    announcement arrest article attack audit blackout breach claim code collision complaint conference court crash cut
    cyberattack deadline demo election exploit failover fine fines flight freeze glitch grounding hack hearings
    indictment inquiry inspection interview lawsuit leak loss maintenance malfunction migration mistake
    notification order panic patch post posts power probe reboot recall records rerun restart restore rollout
    sentencing settlement shooting shutdown snapshot statement strike summary surge swap switchover testimony
    transcript trial trigger verdict wave window workaround
    sometime someday springtime
    a accident account accounts ack acknowledged admin affected afternoon agent alarm alert alerting alerts all
    almost an announced announcement answer answers api are as at autumn back batch be began begin booking bot
    both build by call called calls car cause change changed changes chat chatbot clear clearly closed collision
    commit complaint complaints complete completed config court crash crashed created cron customer customers
    dashboard data database date dated day days death decision deploy deployed deployment deploys detected
    detection director disclosed done down each early east email end ended ending engineer engineers error
    errors escalated escalation eu evening exactly failed failure fall finished first fiscal fix fixed for found
    go handed handover harm hearing her hotfix hour hours impact impacted in incident investigation is issue
    issued issues it job judgment just last late latency launch launched lead legal letter live local log logged
    logs mail manager maybe meeting memo merge merged message messages mid midnight min minute minutes mitigated
    model monitor monitoring month morning nearly new next night no noon north not notice off officer ok old on
    on-call oncall only open opened ops order outage over page paged pager paused per perhaps phase phone
    pipeline possibly posted postmortem press privacy probably problem problems prod production public published
    push pushed rate received recovered recovery refund refunds region release released report reported reports
    resolved response responses restored resumed revert reverted review road rollback rolled room root roughly
    ruling run runs season sec second seconds security sent server servers service services session sessions set
    sharp shift signed slack sms south spike spring sre stage staging start started starting status step stopped
    summer support team test tests ticket tickets time timeout to traffic training triage tweet uk up update
    updated upgrade us user users vehicle version via war we week went west winter wrong year yes zone
    """
)
"""Words that stand beside times in English notes, and say nothing of the time."""

ELSEWHERE = _words(
    """
    aaj abans agost agustos agustus ahir alaltaieri amarach antara aprila aprilie aprilis aralik arasinda atzo
    augusta augusztus avgusta avui ayer azi bago besok bihar biyernes brezna bugun bukas carsamba catre cervence
    cervna cetvrtak csutortok ctvrtek cumartesi danas ddoe decembra decembrie decembro dema desember desembre
    despres dijous dilluns dimarts dimecres dissabte disyembre diumenge divendres dje dubna duminica dun dupa
    dzisiaj eile eilen ekim elokuuta elott enero ennen eylul febrer februar februara februari februarie fins
    gaur gister gjar haziran heddiw helmikuuta hetfo hingga hodin holnap hoy huhtikuuta hulyo hunyo huomenna
    huwebes ianuarie ieri inainte inniu intre iulie iunie izmedu izolo jalkeen jana januar januara januari joi
    joulukuuta juce jucer jula juli juliol julius jumat juna juni junius juny jutro juzi kadar kahapon kamis
    kasim kedd kemarin kesho keskiviikkona kinh klo kolovoza korul kusasa kvetna lauantaina ledna linggo lipnja
    listopada listopadu lokakuuta lunes lusa maaliskuuta maanantaina mai maig maine maio maja majus manana
    marcius maret marraskuuta marta martes marti martie marzo març mayis mayo maña mañá mei mezi miercuri minggu
    miyerkules namhlanje nedele nedelja neser ngay ngayon nisan noiembrie noin novembra novembre ocak octombrie
    octubre odpoledne oktober oktobra oktubre onte orakor outubro ozujka pana parson patek pazar pazartesi
    pentek perjantaina persembe petak piatok pondeli pondelok ponedeljak ponedjeljak posle pozajtra pred
    prekjucer prosinca prosince pukul rabu rano rijna rujna rytoj saat sabado sabtu sambata sampai sebelum sejak
    sekitar selasa semalam senin septembra septembrie sesudah setelah setembre setyembre siandien sijecnja
    sobota sodien sonra sreda srijeda srpna srpnja streda studenog stvrtok subat subota sunnuntaina sutra
    svibnja syyskuuta szeptember szerda szombat tammikuuta tana tanaan tanggal tegnap tegnapelott temmuz
    tiistaina toissapaivana torstaina toukokuuta travnja unora utan utery utorak utorok vakar vandag vasarnap
    vcera vceraj vecer veljace vineri wczoraj xaneiro xullo xuño yarin yfory zajtra zari zitra
    """
)
"""Days, months and small words of times, without accents, of languages that have no table."""

ARTICLES = "le|el|il|la|lo|los|las|em|den|de|du|del|di"
"""Words of other languages that say nothing themselves: what stands before them does."""
