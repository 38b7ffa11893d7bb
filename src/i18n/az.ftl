### bray: native-checked = no
### Azerbaijani. Keys and variables are those of en.ftl; how to change a text stands at the head of
### scripts/messages.ts.
###
### Tone: the fact first, then the source, then what one can do. Plain and warm. No exclamation marks, no
### emoji. "Accused of", never "criminal". Never promise safety, never urge anybody to attend a hearing.
### Plain text only: bold and links are added by the program.

## Start

# The first thing a new follower reads.
# Variables: $campaign – the campaign's name.
start-welcome =
    Bu, { $campaign } kampaniyasının botudur. O, dediklərinə görə mühakimə olunan insanlar barədə məlumat verir: onların başına nə gəlir, məhkəmə nə vaxt toplaşır və iclası nə vaxt dəyişir.

    Sizin haqqınızda saxlanılır: bu çatın şifrələnmiş nömrəsi, diliniz və izlədiyiniz işlər. Adınız və yazdıqlarınız saxlanılmır. Telegram bu botdan istifadə etdiyinizi bilir.

    /cases işləri göstərir. /help daha nə edə biləcəyinizi göstərir.
# For somebody who comes back and still follows cases.
# Variables: $count – how many cases they follow.
start-returning =
    { $count ->
        [one] Yenidən xoş gəldiniz. Siz { $count } işi izləyirsiniz. /hearings növbəti iclasları göstərir.
       *[other] Yenidən xoş gəldiniz. Siz { $count } işi izləyirsiniz. /hearings növbəti iclasları göstərir.
    }
# For somebody whose messages had stopped (they had blocked the bot) and who is reachable again.
start-reachable-again = Mesajlar yenidən buraya gəlir. /cases işləri göstərir, /stop bütün mesajları dayandırır.
# Below the welcome. Variables: $places – a list of names in Telegram, such as “@reserve_bot”.
start-reserve = Bu bot bir gün susarsa, bizi burada tapa bilərsiniz: { $places }
# The link that was opened names a case that does not exist or is no longer shown.
start-unknown-case = Bu keçid burada olmayan bir işə aparır. İzləyə biləcəyiniz işlər bunlardır:
start-choose-language = Bot sizə hansı dildə yazsın?

# On the bot's page in Telegram, before somebody taps “Start” (at most 512 characters). Variables: $campaign.
bot-description = { $campaign } kampaniyasından dediklərinə görə mühakimə olunan insanlar barədə xəbərlər: onların başına nə gəlir, məhkəmə nə vaxt toplaşır və iclas nə vaxt dəyişir. Telegram bu botdan istifadə etdiyinizi bilir.
# On the bot's profile (at most 120 characters).
bot-short-description = Dediklərinə görə mühakimə olunan insanlar: onların işləri və məhkəmə iclasları.

## Languages

# Sent in the new language after it was chosen.
language-set = Bundan sonra bot sizə azərbaycanca yazır.
language-prompt = Bot sizə azərbaycanca yazır. Hansı dili istəyirsiniz?
# Shown above a text that does not exist in the reader's language (this one).
# Variables: $language – the language the text is in, a language code.
language-fallback =
    { $language ->
        [az] Bu mətn azərbaycancadır.
        [en] Bu mətn ingiliscədir; azərbaycanca tərcüməsi hələ yoxdur.
        [ru] Bu mətn ruscadır; azərbaycanca tərcüməsi hələ yoxdur.
        [tr] Bu mətn türkcədir; azərbaycanca tərcüməsi hələ yoxdur.
        [fa] Bu mətn farscadır; azərbaycanca tərcüməsi hələ yoxdur.
        [fr] Bu mətn fransızcadır; azərbaycanca tərcüməsi hələ yoxdur.
       *[de] Bu mətn almancadır; azərbaycanca tərcüməsi hələ yoxdur.
    }
# The name of a language, inside a sentence or a list.
# Variables: $language – a language code.
language-name =
    { $language ->
        [az] azərbaycanca
        [en] ingiliscə
        [ru] rusca
        [tr] türkcə
        [fa] farsca
        [fr] fransızca
       *[de] almanca
    }

## Commands, as Telegram's menu lists them (at most 256 characters each)

command-start = Başla və ya dil seç
command-cases = Bütün işlər; birini izlə və ya izləməyi dayandır
command-hearings = Növbəti iclaslar
command-language = Dili dəyiş
command-discreet = Adsız mesajlar: başqalarının baxa biləcəyi telefon üçün
command-quiet = Gözləyə bilən mesajların gəlmədiyi saatlar
command-digest = İzlədiyiniz işlər üzrə həftəlik xülasə
command-alerts = İclas xatırlatmaları və kimə əvvəl xəbər verilir
command-privacy = Haqqınızda nə saxlanılır, nə saxlanılmır
command-stop = Bütün mesajları dayandır
command-forget = Bu çat haqqında saxlanılan hər şeyi sil
command-help = Bu bot nə edə bilir
# In groups and channels, for their admins.
command-follow = Bu qrupda bir işi izlə
command-unfollow = Bu qrupda bir işi izləməyi dayandır

## Buttons

button-next = Növbəti
button-previous = Əvvəlki
button-back = Geri
button-cancel = Ləğv et
button-follow = İzlə
button-unfollow = İzləmə
button-hearings = İclaslar
button-next-hearing = Növbəti iclas
button-case = İş
button-open-in-bot = Botda aç
button-calendar = Təqvimə əlavə et
button-map = Xəritə
button-attend = İclasda olacağam
button-timeline = Hadisələr
button-share = Paylaş
# Under an alert or a post: no more messages about this case.
button-stop-case = Bu işi dayandır
# Under an alert or a post: no more messages at all.
button-stop-all = Hamısını dayandır
button-discreet-on = Qoş
button-discreet-off = Söndür
# What a follower may choose as quiet hours, beside hours of their own.
button-quiet-campaign = Kampaniyada olduğu kimi
button-quiet-off = Sakit saatlar olmasın
button-digest-off = Xülasə olmasın
button-digest-stop = Daha xülasə göndərmə
# What a follower may choose about reminders, beside lead times like “7 days” or “3 hours”.
button-alerts-changes = Yalnız dəyişikliklər
button-tell-first = Mənə əvvəl xəbər ver
button-standing =
    { $standing ->
        [observer] Məhkəmələri müşahidə edirəm
        [lawyer] Hüquqşünasam
       *[press] Mətbuatdanam
    }
# A lead time, in a list and on a button, beside “1 day” and “3 hours”.
lead-time-morning = Həmin günün səhəri
# Under the neutral notice of discreet mode.
button-show = Göstər
button-show-picture = Şəkli göstər
button-delete-now = İndi sil
button-forget = Hər şeyi sil
# For staff, under a text that waits for their decision.
button-approve = Təsdiqlə
button-reject = Rədd et
# For staff, under a request that waits for a second person.
button-agree = Razıyam

## Small parts

# Under a long list. Variables: $page, $pages – numbers, from 1.
page-of = Səhifə { NUMBER($page) } / { NUMBER($pages) }
# A fact nobody knows yet, in the place of its value.
value-unknown = hələ məlum deyil
unit-days =
    { $count ->
        [one] { $count } gün
       *[other] { $count } gün
    }
unit-hours =
    { $count ->
        [one] { $count } saat
       *[other] { $count } saat
    }

## Dates and times

# Date and time of a hearing where the court is, then the same moment in UTC.
# Variables: $date, $time; $place – like "Baku, UTC+4"; $utc – the time, with the date if it differs.
format-hearing-time = { $date }, { $time } ({ $place }; { $utc } UTC)
# Variables: $date, $city.
format-hearing-time-unknown = { $date }, saatı hələ məlum deyil ({ $city })
# Any other moment. Variables: $date, $time; $place – like "Baku, UTC+4".
format-instant = { $date }, { $time } ({ $place })
# Whose clock it is. Variables: $city; $offset – like "UTC+4".
format-place = { $city }, { $offset }
# Variables: $date, $time.
format-date-and-time = { $date }, { $time }

## Cases

cases-title = İşlər
cases-empty = Burada hələ heç bir iş yoxdur. Kampaniya iş əlavə edəndə /cases onu göstərəcək.
# The heading of a case. Variables: $name – of the case; $country.
case-title = { $name } ({ $country })
# Variables: $count – how many persons; $names – a list of them.
case-persons =
    { $count ->
        [one] Şəxs: { $names }
       *[other] Şəxslər: { $names }
    }
# Stands on every case that is not real.
case-fictional = Bu iş uydurmadır, botu sınamaq üçündür.
# Variables: $when – date and time of the next hearing.
case-next-hearing = Növbəti iclas: { $when }
case-no-hearing = Hazırda məlum olan iclas yoxdur.
case-followed = İndi bu işi izləyirsiniz. İclas təyin ediləndə, dəyişəndə və ya ləğv ediləndə sizə xəbər veriləcək. /hearings növbəti iclasları göstərir.
case-unfollowed = Bu işi daha izləmirsiniz. Onun barəsində sizə daha heç nə göndərilməyəcək.
case-already-followed = Bu işi artıq izləyirsiniz.
case-closed = Bu iş bağlanıb. Yeni bir şey gözlənilmir; amma onu oxuya bilərsiniz.
case-gone = Bu iş daha burada göstərilmir. /cases qalan işləri göstərir.
# After “/follow” or “/unfollow” with a short name that no case has.
case-unknown = Bu qısa adda iş yoxdur.
unfollow-choose-case = Hansı işi izləməyi dayandırmaq istəyirsiniz?
# The heading of what happened so far in a case.
case-timeline-title = İndiyə qədər nə baş verib
case-timeline-empty = Hələ heç nə qeyd olunmayıb.
case-statement = Açıq bəyanat: { $who }
# Text to pass on with the link to a case. Variables: $name – of the case.
case-share = { $name }: iş barədə və məhkəmənin nə vaxt toplaşdığı

## Hearings

hearings-title = Növbəti iclaslar
hearings-follow-nothing = Hələ heç bir işi izləmirsiniz. /cases işləri göstərir; birinin altında “İzlə” düyməsinə toxunun, onun iclasları burada görünəcək.
hearings-none-known = İzlədiyiniz işlər üzrə məlum olan iclas yoxdur. Təyin ediləndə sizə xəbər veriləcək.
hearing-gone = Bu iclas daha burada göstərilmir. /hearings növbəti iclasları göstərir.
calendar-no-date = Bu iclasın təqvimdə göstərilə bilən tarixi yoxdur. /hearings növbəti iclasları göstərir.
calendar-file = İclası təqviminizə əlavə etmək üçün bu faylı açın. Məhkəmə iclasın vaxtını dəyişəndə təqvim bunu bilmir; bu bot sizə xəbər verir.
attend-count =
    { $count ->
        [one] { $count } nəfər iclasda olacağını deyib.
       *[other] { $count } nəfər iclasda olacağını deyib.
    }
attend-note = “İclasda olacağam” yalnız sayılır, kim olduğunuz heç kimə göstərilmir. Say { NUMBER($from) } nəfərdən başlayaraq göstərilir və həmin gündən sonra silinir. Telegram düyməyə basdığınızı görür.
attend-off = Kampaniya iclasda kimin olacağını saymır.
attend-over = Bu iclas barədə bunu daha demək olmaz: iclas keçib, başqa günə keçirilib, ləğv olunub və ya kənar şəxslər buraxılmır.
hearing-kind =
    { $kind ->
        [detention] Həbs qətimkan tədbiri üzrə iclas
        [preliminary] Hazırlıq iclası
        [trial] Məhkəmə baxışı
        [verdict] Hökmün elanı
        [appeal] Apellyasiya
        [parole] Vaxtından əvvəl azad etmə üzrə iclas
       *[other] İclas
    }
hearing-on-day = { $kind }, { $day }
hearing-status =
    { $status ->
        [scheduled] Təyin edilib
        [postponed] Təxirə salınıb
        [cancelled] Ləğv edilib
       *[held] Keçirilib
    }
# Variables: $names – the persons before the court.
hearing-who = Məhkəmə qarşısında: { $names }
hearing-when = Vaxt: { $when }
hearing-court = Məhkəmə: { $court }
hearing-room = Zal: { $room }
hearing-room-unknown = Zal: hələ məlum deyil
hearing-judge = Hakim: { $judge }
hearing-openness =
    { $openness ->
        [open] İclas açıqdır
        [closed] İclas qapalıdır
       *[unknown] İclasın açıq olub-olmadığı məlum deyil
    }
# The same in one word, where old and new value stand side by side.
openness-word =
    { $openness ->
        [open] açıq
        [closed] qapalı
       *[unknown] məlum deyil
    }
# Variables: $count – how many sources; $sources – a list of them.
hearing-sources =
    { $count ->
        [one] Mənbə: { $sources }
       *[other] Mənbələr: { $sources }
    }
# Variables: $date – when the campaign last checked.
hearing-checked = Tarixlər tez-tez dəyişir. Yoxlanılıb: { $date }.
# Above the lines in which sources say different things.
hearing-sources-disagree = Mənbələr fərqli məlumat verir:
# Variables: $source; $value – what it says.
hearing-source-says = { $source } bildirir: { $value }
hearing-source-says-of = { $field }: { $source } bildirir: { $value }
card-quote = “{ $words }”
hearing-outcome = Nəticə: { $outcome }
# What was decided on one charge. Variables: $person; $charge – the charge; $ruling – see “ruling”.
hearing-decided = { $person }, “{ $charge }”: { $ruling }
# The same with what was imposed. Variables: $penalty – see “penalty-size”.
hearing-decided-penalty = { $person }, “{ $charge }”: { $ruling } ({ $penalty })
# What a court decided on a charge, in a few words. “See below”: the line that follows says it.
ruling =
    { $ruling ->
        [convicted] təqsirli bilinib
        [acquitted] bəraət verilib
        [dropped] ittiham geri götürülüb
        [upheld] əvvəlki qərar qüvvədə saxlanılıb
        [overturned] əvvəlki qərar ləğv edilib
        [changed] cəza dəyişdirilib
        [returned] yenidən baxılmağa qaytarılıb
        [detained] həbsdə saxlanılması qərara alınıb
        [released] həbsdən buraxılıb
       *[other] aşağıya baxın
    }
# What was imposed.
penalty =
    { $kind ->
        [prison] həbs cəzası
        [suspended] şərti cəza
        [house_arrest] ev dustaqlığı
        [detention] həbs
        [community_service] ictimai işlər
       *[fine] cərimə
    }
# Variables: $penalty – see “penalty”; $size – how long, such as “2 years, 6 months”, or how much money.
penalty-size = { $penalty }: { $size }

## Alerts: a title, then lines about the hearing, then the footer

# Variables: $case – its name.
alert-announced-title = Yeni iclas: “{ $case }” işi
alert-reminder-tomorrow-title = Sabah iclas var: “{ $case }” işi
# Sent on the morning of the day.
alert-reminder-today-title = Bu gün iclas var: “{ $case }” işi
# Variables: $days – 2 or more.
alert-reminder-days-title =
    { $days ->
        [one] { $days } gün sonra iclas var: “{ $case }” işi
       *[other] { $days } gün sonra iclas var: “{ $case }” işi
    }
alert-reminder-hours-title =
    { $hours ->
        [one] { $hours } saat sonra iclas var: “{ $case }” işi
       *[other] { $hours } saat sonra iclas var: “{ $case }” işi
    }
alert-changed-title = Dəyişiklik: “{ $case }” işi üzrə iclas
# The hearing is at a later time or on a later day than before. Variables: $case – its name.
alert-moved-later-title = Daha gec vaxta keçirildi: “{ $case }” işi üzrə iclas
# The title when a hearing is moved to an earlier time: louder than the others, since whoever relies on the old
# time misses the hearing. The times come first, for the preview on a locked screen.
# Variables: $from, $to – times on the same day; $case – its name; $date.
alert-moved-earlier = DAHA TEZ: { $from } yox, { $to }. “{ $case }” işi üzrə iclas daha tez vaxta keçirilib. Gün: { $date }.
# The same when the day changes too. Variables: $from, $to – date and time; $case.
alert-moved-earlier-day = DAHA TEZ: “{ $case }” işi üzrə iclas daha tez günə keçirilib. İndi: { $to }. Əvvəl: { $from }.
# One line per changed fact. Variables: $field – its name (see field-name); $from, $to – its old and new value.
alert-change-line = { $field }: əvvəl – { $from }, indi – { $to }
field-name =
    { $field ->
        [status] Vəziyyət
        [localDate] Tarix
        [localTime] Saat
        [zone] Saat qurşağı
        [kind] İclasın növü
        [court] Məhkəmə
        [room] Zal
        [openness] Açıq və ya qapalı
        [judge] Hakim
        [outcome] Nəticə
        [charge] İttiham
        [sources] Mənbələr
       *[checkedOn] Yoxlanılıb
    }
alert-postponed-title = Təxirə salındı: “{ $case }” işi üzrə iclas
# Variables: $when – the new date and time.
alert-postponed-to = Yeni tarix: { $when }
alert-postponed-no-date = Yeni tarix hələ məlum deyil. Məlum olanda sizə xəbər veriləcək.
# Variables: $when – when it would have been.
alert-no-longer-at = İclas bu vaxt keçirilməyəcək: { $when }
alert-cancelled-title = Ləğv edildi: “{ $case }” işi üzrə iclas
alert-outcome-title = Nəticə: “{ $case }” işi üzrə iclas
alert-outcome-taken-back = Nəticə barədə səhv etmişdik. İclasın nə ilə bitdiyi məlum deyil.
# It was held, and goes on another day. Variables: $case – its name.
alert-adjourned-title = Təxirə salındı: “{ $case }” işi üzrə iclas
# The heading above the next hearing.
alert-adjourned = Davamı:
# The day after a hearing of which nothing new is known. Variables: $case – its name.
alert-no-outcome-title = Hələ xəbər yoxdur: “{ $case }” işi üzrə iclas
# Variables: $when – when it was to be.
alert-no-outcome = İclas bu vaxta təyin edilmişdi: { $when }. Nəticəsi hələ məlum deyil.
alert-no-next-date = Növbəti tarix məlum deyil.
# Variables: $when – the moment at which the message was due.
alert-late = Gecikib: bu mesaj sizə bu vaxt çatmalı idi: { $when }.
# The same, where the moment is no longer known.
alert-late-sent = Gecikib: bu mesaj sizə daha əvvəl çatmalı idi.
alert-repeat = Təkrar: bunu artıq almış ola bilərsiniz.
alert-unconfirmed = İkinci şəxs bunu hələ təsdiqləməyib.
# A move that was told before a second person had confirmed it, now confirmed. Variables: $case – its name.
alert-confirmed-title = Təsdiqləndi: “{ $case }” işi üzrə iclas
# What was told turned out to be wrong. Variables: $case – its name.
alert-corrected-title = Düzəliş: “{ $case }” işi üzrə iclas
# Variables: $when – the date and time that were told.
alert-wrong-move = Səhv etmişdik: iclas bu vaxta keçirilməyib: { $when }.
# Variables: $when – date and time.
alert-correct-when = Düzgünü: { $when }
# Below “Not yet confirmed by a second person”. Variables: $when – the date and time that two people have confirmed.
alert-confirmed-so-far = Hələlik təsdiqlənən vaxt: { $when }
# In a reminder, beside the confirmed time. Variables: $when – date and time.
alert-reported-move = Bildirilir, ikinci şəxs hələ təsdiqləməyib, yeni vaxt: { $when }
# At the foot of every alert.
alert-decide-yourself = Gedib-getməyəcəyinizə özünüz qərar verin. Polis iclaslarda insanları saxlayıb.

## Incidents

incident-title =
    { $kind ->
        [arrest] Həbs: “{ $case }”
        [search] Axtarış: “{ $case }”
        [attack] Hücum: “{ $case }”
        [transfer] Başqa yerə köçürülmə: “{ $case }”
        [health] Səhhət: “{ $case }”
        [demolition] Söküntü: “{ $case }”
       *[release] Azadlığa buraxılma: “{ $case }”
    }
incident-kind =
    { $kind ->
        [arrest] Nə olub: həbs
        [search] Nə olub: axtarış
        [attack] Nə olub: hücum
        [transfer] Nə olub: başqa yerə köçürülmə
        [health] Nə haqqında: səhhət
        [demolition] Nə olub: söküntü
       *[release] Nə olub: azadlığa buraxılma
    }
incident-more-title = Əlavə məlumat: “{ $case }”
incident-correction-title = Düzəliş: “{ $case }”
incident-wrong = Səhv etmişdik: { $told }
incident-correct = Doğrusu: { $fact }
incident-not-repeated = Bu barədə dediklərimizin bir hissəsi səhv idi və ya deyilməməli idi. Burada təkrar edilmir.
incident-did-not-happen = indi bildiyimizə görə, bu baş verməyib.
incident-confirmed = Bu, sonradan təsdiqlənib.
incident-reported = Xəbəri verən: { $sources }. Hələ artıq heç nə bilmirik.
incident-alleged = İddia edilir, təsdiqlənməyib. Mənbə: { $sources }
incident-who = Kim: { $names }
incident-when = Nə vaxt: { $when }
incident-where = Harada: { $place }
person-role =
    { $role ->
        [minor] yetkinlik yaşına çatmamış şəxs
        [witness] şahid
       *[victim] zərərçəkmiş
    }
person-roles =
    { $role ->
        [minor] yetkinlik yaşına çatmayanlar: { NUMBER($count) }
        [witness] şahidlər: { NUMBER($count) }
       *[victim] zərərçəkənlər: { NUMBER($count) }
    }
disclosure-word =
    { $disclosure ->
        [health] səhhət
       *[torture] işgəncə
    }

## Posts

# Under a post: the case it is about. Variables: $case – its name.
post-case-line = Aid olduğu iş: { $case }

## Stop

stop-done = Dayandırıldı. Sizə daha heç nə göndərilməyəcək. Dil seçiminiz qalır ki, /start ilə qayıda biləsiniz; /forget onu da silir.
stop-nothing = Heç bir işi izləmirsiniz, ona görə sizə heç nə göndərilmir. /cases işləri göstərir.
stop-cancelled = Heç nə dəyişmədi.

## Forget

forget-confirm =
    Bu çat haqqında saxlanılan hər şey silinsin: izlədiyiniz işlər, diliniz, gizli rejim, sakit saatlar və sizə hələ çatmamış mesajlar?

    Bu, dərhal qüvvəyə minir və geri qaytarmaq olmur.
forget-done = Silindi:
# The lines under “Erased:”. Variables: $count.
forget-done-follows =
    { $count ->
        [one] izlədiyiniz { $count } iş
       *[other] izlədiyiniz { $count } iş
    }
forget-done-chat = bu çatın şifrələnmiş nömrəsi
forget-done-language = diliniz
forget-done-discreet = gizli rejim ayarı
forget-done-quiet = sakit saatlarınız
forget-done-digest = həftəlik xülasə istəyiniz
forget-done-attendance =
    { $count ->
        [one] { $count } iclasda olacağınız barədə dediyiniz
       *[other] { $count } iclasda olacağınız barədə dediyiniz
    }
forget-done-alerts = xatırlatma seçiminiz və sizə əvvəl xəbər verilib-verilmədiyi
forget-done-staff = bu çatın komandadakı hesabınızla əlaqəsi
forget-done-pending =
    { $count ->
        [one] yolda olan { $count } mesaj
       *[other] yolda olan { $count } mesaj
    }
forget-done-deleted =
    { $count ->
        [one] bu çatdakı { $count } mesaj
       *[other] bu çatdakı { $count } mesaj
    }
forget-remains = Daha köhnə mesajlar bu telefonda qalır. Bu çatı özünüz silin. Telegram bu botdan istifadə etdiyinizi hələ də bilir.
forget-nothing = Bu çat haqqında heç nə saxlanılmırdı.

## Privacy

privacy-title = Haqqınızda nə saxlanılır
privacy-stored = Saxlanılır: bu çatın şifrələnmiş nömrəsi; diliniz; izlədiyiniz işlər; gizli rejimin qoşulub-qoşulmadığı; sakit saatlarınız; həftəlik xülasəni nə vaxt aldığınız, əgər alırsınızsa; seçdiyiniz xatırlatmalar; sizə əvvəl xəbər verilib-verilmədiyi və əgər bildirmisinizsə, hansı qisimdə. Gizli rejimdə, əlavə olaraq, hansı mesajların silinməli olduğu – şifrələnmiş şəkildə, ən çoxu iki gün.
privacy-attendance = “İclasda olacağam” düyməsinə bassanız: yalnız sayılan, hər iclas üçün ayrı olan və həmin gündən sonra silinən işarə.
privacy-not-stored = Saxlanılmır: adınız, istifadəçi adınız, telefon nömrəniz, yazdıqlarınız. Yazdığınız yalnız cavab vermək üçün bir dəfə oxunur və sonra silinir.
privacy-how-long = Nə qədər: siz silənə qədər. /forget dərhal silir.
privacy-staff = Kampaniyanın komandası bir işi neçə nəfərin izlədiyini görür, kimlərin izlədiyini yox. Heç bir ekranda və heç bir siyahıda çatınız görünmür.
privacy-telegram = Telegram bu botdan istifadə etdiyinizi bilir və bu çatdakı mesajları saxlayır. Telefonunuzu açan onları oxuya bilər. Biz bunu dəyişə bilmirik.
privacy-groups = Qrupda botun yazdıqlarını bütün üzvlər görür.

## Discreet mode

discreet-explain =
    Gizli rejim başqalarının baxa biləcəyi telefon üçündür. Onda mesajlarda yalnız “Yenilənmə var” yazılır: adlar və məhkəmə göstərilmir. Oxumaq üçün toxunursunuz, mətn oxunandan sonra, ən geci iki gün keçməmiş silinir.

    Bu rejim mətni gizlədir, botdan istifadə etdiyinizi yox: onu Telegram və bu çatı açan hər kəs görə bilər.
discreet-state =
    { $state ->
        [on] Gizli rejim qoşulub.
       *[off] Gizli rejim sönülüdür.
    }
discreet-turned-on = Gizli rejim qoşuldu. Artıq burada olan mesajlar qalır: lazımdırsa, onları özünüz silin.
discreet-turned-off = Gizli rejim söndürüldü. Mesajlar yenidən tam mətnlə gəlir.
# The whole message in discreet mode: it must tell a stranger nothing.
discreet-notice = Yenilənmə var
# Under the text once shown. Variables: $when – the moment of deletion.
discreet-deletes-at = Bu mesaj “İndi sil” düyməsinə toxunanda silinir, ən geci: { $when }.
discreet-deleted = Silindi.
discreet-gone = Bu yenilənmə artıq yoxdur. /hearings növbəti iclasları göstərir.

## Quiet hours

quiet-explain =
    Sakit saatlarda bot bu saatların sonuna qədər gözləyə bilən heç nə göndərmir. Bir gün və ya daha az vaxt qalmış iclasa, yaxud daha tez vaxta keçirilmiş iclasa aid mesajlar istənilən saatda gəlir; həbs, axtarış, hücum və ya söküntü xəbəri də baş verdiyi gün belə gəlir.

    Saatlar işə baxılan yerin vaxtı ilə hesablanır: bot sizin harada olduğunuzu bilmir.
# Variables: $hours – a span, as in quiet-span.
quiet-state-own = Sakit saatlarınız: { $hours }
quiet-state-off = Sakit saatlarınız yoxdur: mesajlar istənilən saatda gəlir.
quiet-state-campaign = Sizdə kampaniyanın sakit saatları qüvvədədir: { $hours }
quiet-state-campaign-none = Sizdə kampaniyanın seçimi qüvvədədir, kampaniyanın isə sakit saatları yoxdur.
quiet-set = Bu, bundan sonra göndəriləcək mesajlara aiddir. Artıq gözləyən mesajlar öz vaxtında gəlir.
# Hours of the clock, also on a button. Variables: $from, $to – times.
quiet-span = { $from }–{ $to }

## Reminders, and who is told first

alerts-explain = İclas təyin ediləndə, vaxtı dəyişəndə və ya ləğv olunanda bu barədə hər halda xəbər alırsınız. Burada iclasın sizə nə qədər əvvəl xatırladılacağını və digərlərindən əvvəl xəbər alıb-almayacağınızı seçirsiniz.
# Variables: $times – a list of lead times, such as “7 days, 3 hours”.
alerts-state-campaign = İclasdan əvvəl xatırlatmalar, kampaniyada olduğu kimi: { $times }
alerts-state-campaign-none = Xatırlatmalar: kampaniyada olduğu kimi, kampaniya isə xatırlatma göndərmir.
# Variables: $times – as above.
alerts-state-own = İclasdan əvvəl xatırlatmalar, sizin seçdiyiniz kimi: { $times }
alerts-state-changes = Xatırlatma yoxdur: yalnız dəyişikliklər barədə xəbər alırsınız.
alerts-state-first = Digər izləyicilərdən əvvəl xəbər alırsınız.
alerts-state-not-first = Digər izləyicilərlə birlikdə xəbər alırsınız.
alerts-state-standing =
    { $standing ->
        [observer] Məhkəmə müşahidəçisi kimi izləyicilərdən əvvəl xəbər alırsınız.
        [lawyer] Hüquqşünas kimi izləyicilərdən əvvəl xəbər alırsınız.
       *[press] Mətbuat nümayəndəsi kimi izləyicilərdən əvvəl xəbər alırsınız.
    }
alerts-set = Yadda saxlanıldı. Bu, bundan sonra vaxtı çatan mesajlara aiddir.

## The weekly summary

digest-explain = Bot həftədə bir dəfə sizə izlədiyiniz bütün işlər haqqında bir mesaj göndərə bilər: nə baş verib və qarşıda nə var. O, başqa mesajların əvəzinə yox, onlara əlavə gəlir. Saat kampaniyanın vaxtına görədir, sakit saatlarınız nəzərə alınır.
digest-state-off = Həftəlik xülasə almırsınız.
digest-state-on = Hər həftə xülasə alırsınız: { $when }
digest-slot = { $weekday }, { $time }
digest-title = İzlədiyiniz işlərdə ötən həftə
digest-incident = { $what } ({ $date })
digest-hearing = { $kind }, { $when }: { $status }
digest-hearing-new = Yeni təyin olunub: { $kind }, { $when }
digest-hearing-changed = Dəyişib: { $kind }, indi { $when }
digest-next = Qarşıda: { $kind }, { $when }
digest-posts =
    { $count ->
        [one] { $count } mətn dərc olunub.
       *[other] { $count } mətn dərc olunub.
    }
digest-incidents =
    { $count ->
        [one] { $count } hadisə üzrə yenilik var.
       *[other] { $count } hadisə üzrə yenilik var.
    }
digest-hearings =
    { $count ->
        [one] { $count } iclas üzrə yenilik var.
       *[other] { $count } iclas üzrə yenilik var.
    }
digest-ahead =
    { $count ->
        [one] Qarşıda: { $count } iclas.
       *[other] Qarşıda: { $count } iclas.
    }
digest-more =
    { $count ->
        [one] Daha { $count } işdə yenilik var: /cases onları göstərir.
       *[other] Daha { $count } işdə yenilik var: /cases onları göstərir.
    }

## Help and things that go wrong

help-text =
    Bu bot dediklərinə görə mühakimə olunan insanlar barədə məlumat verir.

    /cases – işlər; birini izləmək və ya izləməyi dayandırmaq
    /hearings – növbəti iclaslar
    /language – dili dəyişmək
    /discreet – adsız mesajlar, başqalarının baxa biləcəyi telefon üçün
    /quiet – gözləyə bilən mesajların gəlmədiyi saatlar
    /digest – həftədə bir dəfə xülasə
    /alerts – iclaslar sizə nə vaxt xatırladılır
    /privacy – haqqınızda nə saxlanılır
    /stop – bütün mesajları dayandırmaq
    /forget – bu çat haqqında saxlanılan hər şeyi silmək
# Below the list of commands, where the campaign has it switched on. Variables: $bot – “@” and the bot’s name.
help-inline = İstənilən başqa çatda { $bot } və işin adını yazsanız, işin kartını orada paylaşa bilərsiniz.
help-unknown-input = Bot yalnız əmrləri və düymələri başa düşür; burada yazdıqlarınızı heç kim oxumur. /help botun nə edə bildiyini göstərir.
help-unknown-command = Bot bu əmri tanımır. /help tanıdığı əmrləri göstərir.
# Variables: $limit – how many characters are allowed.
help-text-too-long =
    { $limit ->
        [one] Mətn çox uzundur: ən çoxu { $limit } simvol ola bilər. Burada yazdıqlarınızı heç kim oxumur; /help botun nə edə bildiyini göstərir.
       *[other] Mətn çox uzundur: ən çoxu { $limit } simvol ola bilər. Burada yazdıqlarınızı heç kim oxumur; /help botun nə edə bildiyini göstərir.
    }
# Shown briefly when a button of an old message is tapped.
button-outdated = Bu düymə köhnə mesajdandır və artıq işləmir. /cases indiki vəziyyəti göstərir.
error-ours = Bizim tərəfdə xəta baş verdi. Heç nə itməyib: bot özü yenidən cəhd edir.
# After several tries.
error-given-up = İstədiyiniz bir şeyi etmək mümkün olmadı; xəta bizim tərəfdə idi. Xahiş edirik, yenidən istəyin.
private-only = Bu, yalnız botla şəxsi çatda işləyir.

## Groups and channels

# Variables of the texts below: $chat – where it is written.
group-off =
    { $chat ->
        [group] Kampaniya qruplarda işləri izləməyi söndürüb, çünki bu, kimin qrupa aid olduğunu göstərir. Botla şəxsi çatda izləyə bilərsiniz.
       *[channel] Kampaniya kanallarda işləri izləməyi söndürüb, çünki bu, kimin kanala aid olduğunu göstərir. Botla şəxsi çatda izləyə bilərsiniz.
    }
group-admins-only =
    { $chat ->
        [group] Bunu yalnız bu qrupun adminləri edə bilər.
       *[channel] Bunu yalnız bu kanalın adminləri edə bilər.
    }
group-warning =
    { $chat ->
        [group] Bu qrupun bütün üzvləri və bir üzvün telefonunu açan hər kəs qrupun bu işi izlədiyini görə bilər.
       *[channel] Bu kanalı oxuyan hər kəs onun bu işi izlədiyini görə bilər.
    }
group-choose-case =
    { $chat ->
        [group] Bu qrup hansı işi izləsin?
       *[channel] Bu kanal hansı işi izləsin?
    }
group-choose-case-to-unfollow =
    { $chat ->
        [group] Bu qrup hansı işi daha izləməsin?
       *[channel] Bu kanal hansı işi daha izləməsin?
    }
# When the bot is added. Variables: $campaign – the campaign's name.
group-welcome =
    { $chat ->
        [group] Bu, { $campaign } kampaniyasının botudur. Adminlər bu qrupun hansı işi izləyəcəyini /follow ilə seçə bilər. Bunu bütün üzvlər görür.
       *[channel] Bu, { $campaign } kampaniyasının botudur. Adminlər bu kanalın hansı işi izləyəcəyini /follow ilə seçə bilər. Bunu bütün oxucular görür.
    }
# Variables: $case – its name.
group-followed =
    { $chat ->
        [group] Bu qrup indi bu işi izləyir: { $case }
       *[channel] Bu kanal indi bu işi izləyir: { $case }
    }
group-unfollowed =
    { $chat ->
        [group] Bu qrup bu işi daha izləmir: { $case }
       *[channel] Bu kanal bu işi daha izləmir: { $case }
    }
group-follows-nothing =
    { $chat ->
        [group] Bu qrup heç bir işi izləmir.
       *[channel] Bu kanal heç bir işi izləmir.
    }
group-stopped =
    { $chat ->
        [group] Bu qrup artıq heç bir işi izləmir. Bura daha heç nə göndərilməyəcək.
       *[channel] Bu kanal artıq heç bir işi izləmir. Bura daha heç nə göndərilməyəcək.
    }
# What the bot can do where several people read.
group-help =
    { $chat ->
        [group] Bu bot bir iş üzrə məhkəmə iclası olanda və iclasın vaxtı dəyişəndə bura yaza bilər. Bu qrupun adminləri üçün: /follow iş seçir, /unfollow onu dayandırır, /stop hamısını dayandırır. Qrupun hansı işləri izlədiyini burada hamı görə bilər.
       *[channel] Bu bot bir iş üzrə məhkəmə iclası olanda və iclasın vaxtı dəyişəndə bura yaza bilər. Bu kanalın adminləri üçün: /follow iş seçir, /unfollow onu dayandırır, /stop hamısını dayandırır. Kanalın hansı işləri izlədiyini hər oxucu görə bilər.
    }

## Staff, in their private chat with the bot

staff-linked = Bu çat komandadakı hesabınıza bağlandı. Təsdiqinizi gözləyən mətnlər buraya gəlir.
staff-code-wrong = Bu kod düzgün deyil. Koordinatordan yenisini istəyin.
staff-code-used = Bu kod istifadə olunub və ya vaxtı keçib. Koordinatordan yenisini istəyin.
staff-post-again = Bu mətnin təsdiqi artıq sayılmır: onu verən şəxs ayrılıb və ya təsdiqin əhatə etdiyi bir şey dəyişdirilib. Bir hissəsi çıxıb; kimsə yenidən təsdiq edənə qədər qalanı çıxmır.
# Variables: $case – its name; $language – name of the language.
staff-approval-title = Təsdiq üçün: “{ $case }” işi üzrə paylaşım, dili: { $language }
# Variables: $author – who wrote the text; $editor – who changed it last.
staff-approval-author = Müəllif: { $author }; son düzəliş: { $editor }
# The text itself follows after this line.
staff-approval-text-follows = Mətn, eynilə çıxacağı kimi:
staff-approval-undescribed = Şəkildə nə olduğunu heç kim yazmayıb: mətn təcili kimi təhvil verilib. Şəkli görməyən onun haqqında heç nə bilməyəcək.
# Variables: $alt – what the picture shows.
staff-approval-picture = Mətnlə birlikdə çıxacaq şəkil. Onu görə bilməyənlər üçün təsviri: { $alt }
# When the post may go out. Variables: $from, $to – date and time.
staff-window-between = Ən tezi { $from }, ən geci { $to } çıxır.
staff-window-from = Ən tezi { $from } çıxır.
staff-window-until = Təsdiqlənəndə çıxır, ən geci { $to }.
staff-window-at-once = Təsdiqlənən kimi çıxır.
staff-approval-accounts = Bura da gedir: { $accounts }
staff-approval-account =
    { $parts ->
        [1] { $handle } ({ $network })
        [one] { $handle } ({ $network }, { $parts } hissə)
       *[other] { $handle } ({ $network }, { $parts } hissə)
    }
staff-approval-cost = Gözlənilən xərc: { $cost }
staff-approval-embargo = Embarqo: mətbuat siyahısındakılar dərhal alır, qalan hamı ən tezi { $until }.
staff-approval-warning = Məzmun xəbərdarlığı: { $warning }
content-warning =
    { $kind ->
        [torture] işgəncə
        [sexual_violence] cinsi zorakılıq
        [death] ölüm
        [suicide] intihar
       *[violence] zorakılıq
    }
# What a post is. Variables: $kind.
post-kind =
    { $kind ->
        [press_release] Mətbuat açıqlaması
       *[update] Xəbər
    }
# A line: how many approvals beside its author’s word a kind of post takes. Variables: $kind – one of post-kind; $needed – 1 or 2.
staff-approvals-kind = { $kind }: { NUMBER($needed) } təsdiq
staff-button-risk = Telegram düyməsi ilə təsdiq: bu telefon kimin əlindədirsə, o təsdiqləyə bilər. Telegram nəyi təsdiqlədiyinizi görür. Mətni yoxlayın, sonra qərar verin.
staff-approved = Təsdiqləndi.
# Somebody approved a text that waits for somebody else as well. Variables: $given – approvals given; $needed – approvals it takes.
staff-approved-partly = Təsdiqləndi. Təsdiqlər: { NUMBER($given) } / { NUMBER($needed) }. Daha bir nəfər təsdiqləyəndən sonra çıxacaq.
staff-rejected = Rədd edildi. Müəllif qərarınızı görür.
# Why a decision was not accepted.
staff-refused =
    { $reason ->
        [own-text] Bunu özünüz yazmısınız və ya qeyd etmisiniz. İkinci şəxs təsdiqləməlidir.
        [own-edit] Bu mətndə son təsdiqdən sonra siz də düzəliş etmisiniz. Təsdiqləyən onu dəyişməmiş biri olmalıdır.
        [language-not-read] Bu dildə oxuduğunuzu bildirməmisiniz.
        [changed-since] Sizə göndəriləndən sonra bu dəyişdirilib. Yeni variant ayrıca mesajla gəlir.
        [already-decided] Bu barədə artıq qərar verilib.
        [approved-already] Bunu artıq təsdiqləmisiniz. Daha bir nəfər də təsdiqləməlidir.
        [policy-changed] Bu təqdim olunandan sonra tələb olunan təsdiqlərin sayı artıb. Yenidən təqdim edilməlidir.
        [case-waits] İşin özü ikinci şəxsi gözləyir. Əvvəlcə onunla razılaşın və ya başqasından xahiş edin.
        [not-in-review] Bu artıq təsdiq gözləmir.
        [card-outdated] Kart hazırlanandan sonra faktlar dəyişib. Yazıya yeni kart lazımdır.
        [window-past] Bunun göndərilməli olduğu vaxt keçib.
        [key-needed] Bu barədə konsolda açarınızla qərar verilir: onu orada açın.
        [key-refused] Açar qəbul edilmədi. Yenidən cəhd edin.
        [consent-missing] Burada səhhət və ya işgəncə barədə deyilənlərə razılıq yoxdur və ya geri götürülüb.
       *[not-an-approver] Hesabınızın bunu təsdiqləmək hüququ yoxdur.
    }
# Variables: $case – its name.
staff-hearing-title = Təsdiq üçün: “{ $case }” işi üzrə iclasda dəyişiklik
staff-hearing-new-title = Təsdiq üçün: “{ $case }” işi üzrə yeni iclas
staff-hearing-recorded-by = Qeyd edən: { $author }
staff-facts-then =
    { $told ->
        [at-once] Təsdiqinizdən sonra işi izləyənlərə dərhal xəbər verilir.
        [reminded] Təsdiqinizdən sonra bu barədə dərhal heç kimə xəbər verilmir. Bu, növbəti xatırlatmalarda göstərilir.
       *[nothing] Təsdiqinizdən sonra bu barədə heç kimə xəbər verilmir.
    }
staff-reach-last =
    { $how ->
        [longer] Onların sonuncusuna xəbərin çatması üçün lazım olan vaxt: { $lasts }, bəlkə də daha çox.
       *[about] Onların sonuncusuna xəbərin çatması üçün lazım olan vaxt: təxminən { $lasts }. Bu arada daha təcili bir şey göndərilsə, bir az da gec.
    }
staff-reach-quiet = Sakit saatları olanlara həmin saatlar bitəndə xəbər verilir.
staff-hearing-by-partner = Tərəfdaşın izləmə proqramı bildirib. Kampaniyadan hələ heç kim yoxlamayıb.
staff-hearing-differs = { $partner } başqa cür bildirir, iş: { $case }
staff-hearing-differs-then = Bu iclasın dəyişikliyi artıq təsdiq gözləyir. Hansının doğru olduğunu məhkəmədən soruşun, sonra qərar verin.
# Everyone who may decide is called several times. Variables: $nth – which call this is; $of – how many there are.
staff-hearing-call = Çağırış: { NUMBER($of) } dəfədən { NUMBER($nth) }.
# What happens if nobody decides within a few minutes after the last call.
staff-hearing-unanswered =
    { $cameTo ->
        [told] Bir neçə dəqiqəyə heç kim qərar verməsə, izləyənlərə daha tez vaxt “ikinci şəxs hələ təsdiqləməyib” qeydi ilə bildiriləcək.
       *[withheld] Kimsə qərar verənədək izləyənlərə heç nə bildirilmir.
    }
# After the last call nobody has decided.
staff-hearing-wait-over =
    { $cameTo ->
        [told] Heç kim qərar vermədi. İzləyənlərə daha tez vaxt “ikinci şəxs hələ təsdiqləməyib” qeydi ilə bildirilir. Qərarınız hələ də lazımdır: sonra onlara bunun təsdiqləndiyi və ya səhv olduğu bildiriləcək.
       *[withheld] Heç kim qərar vermədi. İzləyənlərə heç nə bildirilmir: bir nəfərin sözü ilə yalnız vəkilin və ya koordinatorun qeyd etdiyi daha tez vaxt bildirilir. Qərarınız hələ də lazımdır.
    }
# To whoever recorded the change. Variables: $case – its name.
staff-hearing-undecided = “{ $case }” işi üzrə iclasda qeyd etdiyiniz dəyişiklik
# Before the question about a hearing whose approval counts no longer. Variables: $case – its name.
staff-hearing-again = { $case } işi üzrə iclasın əsaslandığı təsdiq artıq sayılmır: onu verən şəxs ayrılıb və ya bir ad dəyişdirilib. Kimsə yenidən təsdiq edənə qədər bu iclas heç kimə xatırladılmır. Onu mənbəyi ilə tutuşdurun.
# When less than a day is left. Variables: $hours – until the hearing.
staff-hearing-urgent =
    { $hours ->
        [one] { $hours } saatdan az qalıb. Təsdiqləyə bilən hər kəs çağırılır.
       *[other] { $hours } saatdan az qalıb. Təsdiqləyə bilən hər kəs çağırılır.
    }
staff-hearing-approved = Təsdiqləndi. Dəyişiklik qüvvədədir, izləyənlərə xəbər verilir.
staff-hearing-rejected = Rədd edildi. Əvvəl məlum olan qüvvədə qalır.
# To whoever recorded it. Variables: $what – of what; $name – who decided; $case – its name.
staff-recorded-decided =
    { $what ->
        [hearing-approved] { $name } “{ $case }” işi üzrə iclas barədə qeyd etdiyinizi təsdiq etdi. O, qüvvədədir.
        [hearing-rejected] { $name } “{ $case }” işi üzrə iclas barədə qeyd etdiyinizi rədd etdi. Əvvəl məlum olan qüvvədə qalır.
       *[incident-rejected] { $name } “{ $case }” işi üzrə hadisə barədə qeyd etdiyinizi rədd etdi. Əvvəl məlum olan qüvvədə qalır.
    }
staff-incident-new-title = Təsdiq üçün: “{ $case }” işi üzrə hadisə
staff-incident-title =
    { $amendment ->
        [adds] Təsdiq üçün: “{ $case }” işi üzrə hadisəyə əlavə
        [corrects] Təsdiq üçün: “{ $case }” işi üzrə hadisəyə düzəliş
       *[withholds] Təsdiq üçün: “{ $case }” işi üzrə hadisənin şəxsi məlumatları geri götürülür
    }
staff-incident-was = İndi qüvvədə olan: { $was }
staff-incident-retracted = Deyildiyi kimi baş verməyib. İzləyənlərə bu barədə xəbər verilir.
staff-incident-consent = Burada deyilir: { $what }. Razılıq qeydə alınıb.
staff-incident-expired = Göndərilməyib: “{ $case }” işi üzrə hadisə xəbəri
# Somebody asks to stop or start what is going out; it takes a second person. Variables: $case – its name.
staff-broadcast-asked =
    { $what ->
        [alert-pause] Razılığınız lazımdır: “{ $case }” işi üzrə göndərilən bildirişi dayandırmaq
        [alert-cancel] Razılığınız lazımdır: “{ $case }” işi üzrə bildirişin qalanını ləğv etmək
       *[post-resume] Razılığınız lazımdır: “{ $case }” işi üzrə paylaşımı göndərməyə davam etmək
    }
# Variables: $name – who asked; $until – date and time.
staff-broadcast-asked-by = Xahiş edən: { $name }. İkinci şəxs lazımdır; xahişin vaxtı bitir: { $until }.
# What follows from agreeing.
staff-broadcast-asked-then =
    { $what ->
        [alert-pause] Kimsə davam etdirənə qədər daha heç kimə xəbər verilmir.
        [alert-cancel] Daha heç kimə xəbər verilmir.
       *[post-resume] Hələ almamış hər kəsə göndərilir.
    }
# Somebody has stopped or started what is going out. Variables: $case – its name.
staff-broadcast-done =
    { $what ->
        [post-pause] Dayandırıldı: “{ $case }” işi üzrə paylaşım. İki şəxs davam etdirənə qədər onu daha heç kim almır.
        [post-resume] Davam edir: “{ $case }” işi üzrə paylaşım.
        [post-cancel] Ləğv edildi: “{ $case }” işi üzrə paylaşımın qalanı. Onu daha heç kim almır.
        [digest-pause] Dayandırıldı: həftəlik xülasə. Kimsə davam etdirənə qədər başqa heç kim almır.
        [digest-resume] Davam edir: həftəlik xülasə.
        [digest-cancel] Ləğv edildi: həftəlik xülasənin qalan hissəsi. Başqa heç kim almır.
        [alert-pause] Dayandırıldı: “{ $case }” işi üzrə bildiriş. Kimsə davam etdirənə qədər daha heç kimə xəbər verilmir.
        [alert-resume] Davam edir: “{ $case }” işi üzrə bildiriş.
       *[alert-cancel] Ləğv edildi: “{ $case }” işi üzrə bildirişin qalanı. Daha heç kimə xəbər verilmir.
    }
# Variables: $names – a list of one person, or of two who agreed.
staff-broadcast-done-by = Kim: { $names }.
# Why an agreement was not accepted.
staff-broadcast-refused =
    { $reason ->
        [own-request] Bunu özünüz xahiş etmisiniz. İkinci şəxs razılaşmalıdır.
        [request-lapsed] Razılığınızı daha heç kim gözləmir: xahişin vaxtı keçib və ya o, geri götürülüb.
       *[action-impossible] Bu artıq mümkün deyil: göndərilib qurtarıb və ya bu arada ləğv edilib.
    }
# The sender has halted what is going out, after too many faults. Variables: $case – its name.
staff-broadcast-halted =
    { $kind ->
        [alert] Dayandı: “{ $case }” işi üzrə bildiriş. Göndərmə təkrar-təkrar alınmır, daha heç kimə xəbər verilmir.
        [digest] Dayandı: həftəlik xülasə. Dönə-dönə alınmır və başqa heç kim onu almır.
       *[post] Dayandı: “{ $case }” işi üzrə paylaşım. Göndərmə təkrar-təkrar alınmır, onu daha heç kim almır.
    }
staff-broadcast-halted-then = Xətanın hansı olduğu göndərişlərin siyahısında yazılıb. Xəta düzəldiləndən sonra davam etdirmək olar.
# Posts of the whole campaign: stopped, asked to go on, going on.
staff-pause-all =
    { $what ->
        [paused] Dayandırıldı: bütün yazılar. İki nəfər yenidən başlatmayınca heç biri getmir. Məhkəmə xəbərdarlıqları davam edir.
        [asked] Razılıq üçün: bütün yazıları yenidən başlatmaq. İkinci şəxs lazımdır.
       *[lifted] Bütün yazılar yenidən gedir.
    }
# The same for one case. Variables: $case – its name.
staff-pause-case =
    { $what ->
        [paused] Dayandırıldı: { $case } haqqında yazılar. İki nəfər yenidən başlatmayınca heç biri getmir. Məhkəmə xəbərdarlıqları davam edir.
        [asked] Razılıq üçün: { $case } haqqında yazıları yenidən başlatmaq. İkinci şəxs lazımdır.
       *[lifted] { $case } haqqında yazılar yenidən gedir.
    }
# The stop switch for posts, in the bot and in the console: nothing is stopped.
pause-running = Yazılar gedir.
# Variables: $name – who did it; $since – date and time.
pause-standing = Bütün yazılar dayandırılıb. Kim: { $name }. Nə vaxtdan: { $since }. Məhkəmə xəbərdarlıqları davam edir.
# The same for one case. Variables: $case – its name.
pause-case-standing = { $case } haqqında yazılar dayandırılıb. Kim: { $name }. Nə vaxtdan: { $since }.
# Variables: $name – who asked; $until – date and time.
pause-asked = { $name } yenidən başlatmaq istəyir. İkinci təsdiqləyən lazımdır; sorğunun vaxtı bitir: { $until }.
# Below the switch, in the bot.
pause-explain = Yazıları bir nəfər dayandırır; iki təsdiqləyən yenidən başladır. /pause bu düyməni yenidən göstərir.
# Above a list of cases, one of which is to be stopped.
pause-choose-case = Hansı işin yazıları dayandırılsın?
# Somebody wants to start again what two others have started meanwhile.
pause-gone = Bu artıq dayandırılmış deyil.
# One tap of one person stops everything.
button-pause-all = Bütün yazıları dayandır
# Leads to a list of cases.
button-pause-one = Bir işi dayandır
# It takes two people.
button-pause-lift = Yenidən başlat
# The second person agrees that posts go out again.
button-pause-agree = Razıyam: yenidən başlat
# In place of text and buttons once there is a staff site; its address follows on a line of its own.
staff-approval-in-console = Onu konsolda oxuyur və açarınızla qərar verirsiniz:
# Somebody on the staff has lost all keys, and two others vouch for them. Variables: $name – of that person.
staff-chat-moved = { $name } faktlar barədə indi əvvəlkindən başqa Telegram söhbətində qərar verir. { $name } bundan xəbərsizdirsə, həmin şəxsin girişini bağlayın və nəyə qərar verildiyinə baxın.
# Variables: $name – who did it; $places – a list of names in Telegram, such as “@reserve_bot”.
staff-reserve-changed =
    { $what ->
        [set] { $name } bot susanda izləyicilərin haraya üz tutacağını göstərdi: { $places }
       *[none] { $name } bot susanda izləyicilərin üz tutacağı yeri götürdü.
    }
staff-reserve-asked = { $name } bot susanda izləyicilərin bura üz tutmasını təklif edir: { $places }. İkinci şəxs 24 saat ərzində razılaşandan sonra bu, izləyicilərə bildiriləcək. Onu kimin idarə etdiyinə özünüz baxın: yalan yer göstərən bütün izləyiciləri ora aparar.
# Somebody changed how many approvals posts take; below follow lines of staff-approvals-kind. Variables: $name – who did it.
staff-case-opened = { $name } “{ $case }” işini açdı. İkinci şəxs onun sözləri ilə razılaşana qədər komandadan kənar heç kimə bu barədə deyilmir.
staff-case-agreed = Bundan sonra botdan soruşan hər kəs “{ $case }” işini görür.
staff-case-closed =
    { $what ->
        [closed] { $name } “{ $case }” işini bağladı. Onun barədə hələ çıxmalı olanlar geri götürülür və kimsə onu yenidən açana qədər ora yeni heç nə qeyd edilmir.
       *[open] { $name } “{ $case }” işini yenidən açdı.
    }
staff-reminders-changed = { $name } başqa seçim etməmiş izləyicilərə məhkəmə iclaslarının nə vaxt xatırladıldığını dəyişdi. Bundan sonra: { $times }
staff-approvals-changed = { $name } paylaşımın müəllifdən başqa neçə təsdiq tələb etdiyini dəyişdi. Bundan sonra:
# Somebody wants fewer approvals; below follow lines of staff-approvals-kind. Variables: $name – who asked for it.
staff-approvals-asked = { $name } paylaşımların müəllifdən başqa daha az təsdiq tələb etməsini istəyir. Bunun üçün yarım saat ərzində ikinci koordinator və ya administrator razılaşmalıdır. Onda belə olar:
# Below those lines, when anything was taken back.
staff-approvals-drafts = Əvvəlki qayda ilə təqdim olunub hələ çıxmayanlar yenidən qaralama oldu. Onlara baxın və yenidən təqdim edin.
# Who did something at the machine, without a name: stands for $name at the beginning of “staff-reserve-changed”.
staff-operator = Kompüterin başındakı idarəçi
staff-replacement =
    { $what ->
        [asked] { $name } üçün yeni açarlar istənilir: deyilənə görə öz açarlarını itirib. Konsolda ikinci şəxs razılaşmalıdır; hər kəs orada etiraz edə bilər.
        [agreed] { $name } üçün yeni açarlara razılıq verildi. 24 saatdan sonra qüvvəyə minir; o vaxta qədər hər kəs konsolda etiraz edə bilər.
       *[dropped] Etiraz edildi: { $name } üçün yeni açarlar verilmir.
    }
# Two people name a colleague in advance who takes over roles when others are gone. Variables: $name – of that colleague; $roles – a list.
staff-succession =
    { $what ->
        [named] Başqaları olmadıqda işi davam etdirmək üçün { $name } təklif olunur: { $roles }. İkinci adam konsolda razılaşmalıdır; orada hər kəs etiraz edə bilər.
        [agreed] Başqaları olmadıqda işi davam etdirəcək şəxs təyin olundu: { $name }, { $roles }.
        [called] { $name } işi davam etdirməyə çağırıldı: { $roles }. Bu, 24 saatdan sonra qüvvəyə minir; o vaxtadək hər kəs konsolda etiraz edə bilər.
        [uncalled] Kimsə etiraz etdi: { $name } hələlik işi öz üzərinə götürmür: { $roles }.
        [dropped] Kimsə etiraz etdi: { $name } artıq davamçı deyil: { $roles }.
        [doubted] Davamçı kimi { $name } adını təyin edən iki nəfərdən biri artıq yoxdur: { $roles }. Kimsə konsolda təsdiqləməsə, bu, 7 gündən sonra qüvvədən düşür; orada hər kəs etiraz edə bilər.
        [confirmed] Təsdiqləndi: başqaları olmadıqda işi { $name } davam etdirəcək: { $roles }.
        [confirmed-once] Başqaları olmadıqda işi { $name } adlı şəxsin davam etdirəcəyini bir nəfər təsdiqlədi: { $roles }. Onu təyin edən iki nəfərin sözü artıq qüvvədə deyil: ikinci şəxs də konsolda təsdiqləməsə, bu, qüvvədən düşür.
        [lapsed] Vaxtında heç kim təsdiqləmədi: { $name } artıq davamçı deyil: { $roles }.
       *[taken] { $name } işi öz üzərinə götürdü: { $roles }.
    }
# Telegram refuses a text in one language only. Variables: $case – its name; $language – name of the language.
staff-post-unapproved = Yenidən qaralama oldu: { $case } barədə yazı ({ $languages }). Onun təsdiqi artıq sayılmır: təsdiqi verən şəxs ayrılıb və ya o vaxtdan nəsə dəyişib. Yazı yenidən göndərilməli və təsdiqlənməlidir.
staff-text-halted =
    { $kind ->
        [alert] Göndərilmədi: “{ $case }” işi üzrə bildiriş, dili: { $language }. Telegram bu mətni rədd edir, onu oxuyanlara xəbər verilmir.
        [digest] Bu dildə göndərilməyib ({ $language }): həftəlik xülasə. Telegram bu mətni qəbul etmir, oxucuları onu almır.
       *[post] Göndərilmədi: “{ $case }” işi üzrə paylaşım, dili: { $language }. Telegram bu mətni rədd edir, onu oxuyanlar almır.
    }
press-embargo = Embarqo: { $until } (UTC ilə { $utc }) tarixindən əvvəl dərc olunmamalıdır.
press-farewell = Bunu mətbuat siyahımızda olmağa razılıq verdiyiniz üçün alırsınız. Daha heç nə almamaq üçün:
press-leave-question = Mətbuat siyahımızdan daha məktub almaq istəmirsiniz?
press-leave-button = Daha məktub göndərməyin
press-left = Bizdən daha məktub almayacaqsınız, ünvanınızı silmişik.
staff-account-stopped =
    { $state ->
        [paused] Ardıcıl bir neçə uğursuzluqdan sonra dayandırıldı: { $network } şəbəkəsində { $handle } hesabı. Orada planlaşdırılanlar kimsə hesabı davam etdirənə qədər gözləyir.
        [budget] Dayandırıldı: { $network } şəbəkəsində { $handle } hesabının bu ay növbəti paylaşım üçün büdcəsi qalmayıb. Orada planlaşdırılanlar büdcə artırılana və ya ay bitənə, sonra kimsə hesabı davam etdirənə qədər gözləyir.
        [suspended] Bağlandı: { $network } { $handle } hesabımızı bağlayıb. Orada planlaşdırılanlar { $network } hesabı açana və hesab yenidən qoşulana qədər gözləyir.
        [expired] Bitdi: { $network } şəbəkəsindəki { $handle } hesabı üçün giriş məlumatlarımızın vaxtı keçib və ya kimsə onları orada ləğv edib. Orada planlaşdırılanlar kimsə orada yenilərini yaradıb hesabı yenidən qoşana qədər gözləyir.
       *[disconnected] Əlaqə kəsildi: { $network } { $handle } üçün giriş məlumatlarımızı artıq qəbul etmir. Orada planlaşdırılanlar hesab yenidən qoşulana qədər gözləyir.
    }
staff-account-ends = Tezliklə bitir: { $network } üzərindəki { $handle } hesabının giriş məlumatları. Etibarlıdır: { $end } qədər. Ondan əvvəl yenilərini alıb hesabı yenidən qoşun; yoxsa orada planlaşdırılanlar gözləyir.
# Below that an account was suspended; the text itself follows, in each language of the campaign.
staff-notice-prepared = Digər hesablar üçün bu hazırdır. Onu paylaşım kimi təqdim edin: ikinci şəxs təsdiqlədikdən sonra gedir.
# Prepared for readers elsewhere. Variables: $handle – the account; $network – such as Mastodon; $places – a list of our other accounts.
notice-account = { $network } { $handle } hesabımızı bağlayıb. Bizi burada tapa bilərsiniz: { $places }
# The same for the bot. Variables: $handle – its name; $places – a list of names in Telegram.
notice-bot = Telegram { $handle } botumuzdan artıq heç nə qəbul etmir. Məhkəmə xəbərləri indi burada gəlir: { $places }
staff-account-delivery =
    { $why ->
        [failed] { $network } şəbəkəsində, { $handle } hesabında dərc olunmadı: { $case } haqqında yazı. Şəbəkə onu rədd etdi.
        [unknown] { $case } haqqında yazının { $network } şəbəkəsində, { $handle } hesabında olub-olmadığı məlum deyil. Hesaba baxın, sonra gördüyünüzü qeyd edin.
        [too-late] { $network } şəbəkəsində, { $handle } hesabında dərc olunmadı: { $case } haqqında yazı. Vaxtı keçmişdi.
        [case-closed] { $network } şəbəkəsində, { $handle } hesabında dərc olunmadı: { $case } haqqında yazı. İş bağlanıb.
       *[unapproved] { $network } şəbəkəsindən əvvəl, { $handle } hesabında saxlanıldı: { $case } haqqında yazı. Heç bir təsdiq məhz göndəriləcək mətni əhatə etmir.
    }
# An alert came too late to be sent. Variables: $case – its name.
staff-alert-expired =
    { $kind ->
        [announced] Göndərilmədi: “{ $case }” işi üzrə yeni iclas xəbəri
        [reminder] Göndərilmədi: “{ $case }” işi üzrə iclas xatırlatması
        [changed] Göndərilmədi: “{ $case }” işi üzrə iclas dəyişikliyi
        [cancelled] Göndərilmədi: “{ $case }” işi üzrə iclasın ləğvi
        [no_outcome] Göndərilmədi: “{ $case }” işi üzrə iclas haqqında heç nə bilinmədiyi barədə məlumat
        [confirmed] Göndərilmədi: “{ $case }” işi üzrə dəyişikliyin təsdiqi
        [corrected] Göndərilmədi: “{ $case }” işi üzrə deyilənin düzəlişi
       *[outcome] Göndərilmədi: “{ $case }” işi üzrə iclasın nəticəsi
    }
# Variables: $due – date and time.
staff-alert-expired-why = Vaxtı: { $due }. Vaxtında göndərilə bilmədi, indi isə faydası yoxdur. İzləyənlərə xəbər verilməyib.
# Several came too late, most often in one outage. Variables: $count – how many.
staff-alerts-expired-title =
    { $count ->
        [one] { $count } bildiriş gecikdi və göndərilmədi
       *[other] { $count } bildiriş gecikdi və göndərilmədi
    }
# Variables: $due – date and time.
staff-alerts-expired-due = Vaxtı: { $due }
# Behind the first of them. Variables: $count – how many others there are.
staff-alerts-expired-more =
    { $count ->
        [one] Daha { $count } bildiriş var; hamısı idarəetmədə göstərilib.
       *[other] Daha { $count } bildiriş var; hamısı idarəetmədə göstərilib.
    }
staff-alerts-expired-why = Onlar vaxtında göndərilə bilmədi, indi isə faydası yoxdur. İzləyənlərə xəbər verilməyib.
# Variables: $languages – a list of language names.
staff-catalogues-unchecked = Botun öz mətnlərini bu dillərdə hələ heç bir ana dili daşıyıcısı yoxlamayıb: { $languages }

## The console, where staff work in a browser

console-title = Komanda konsolu
# The first link of every page, for who uses a keyboard.
console-skip = Məzmuna keç
# Names the list of pages for who cannot see it.
console-nav = Səhifələr
console-sign-out = Çıxış
# Above the list of languages.
console-language = Dil
# The button behind a list from which one is chosen.
console-choose = Seç
console-waiting-title = Məni gözləyənlər
console-keys-title = Açarlarım
# Names the stop switch for who cannot see it.
console-pause-title = Yazıların dayandırma düyməsi
# What was just done.
console-note =
    { $what ->
        [paused] Dayandırıldı. Daha heç nə getmir.
        [lift-asked] Yenidən başlatmağı istədiniz. İkinci təsdiqləyən razılaşmalıdır.
        [lifted] Yenidən başladıldı. Saxlanılanlar gedir.
        [approved] Təsdiqləndi, açarınızla imzalandı.
        [approved-partly] Təsdiqləndi, açarınızla imzalandı. Daha bir nəfər təsdiqləyəndən sonra çıxacaq.
        [rejected] Rədd edildi. Müəllif qərarınızı görür.
        [key-added] Açar əlavə olundu.
        [key-removed] Açar silindi.
        [signed-out] Çıxış etdiniz.
        [saved] Saxlandı.
        [submitted] İkinci şəxsə verildi.
        [withdrawn] Geri götürüldü.
        [retracted] Geri çəkildi. Silinə bilən silinir; nə yerdə olduğunu bu səhifə göstərir.
        [asked] Soruşuldu. İkinci şəxs razılaşmalıdır.
       *[done] Edildi.
    }
# Why something was not done. What waits for approval has its own reasons above (staff-refused).
console-refused =
    { $reason ->
        [key-needed] Bu barədə yalnız açarla, konsolda qərar verilir.
        [key-refused] Açar qəbul edilmədi. Burada əlavə etdiyiniz açarla yenidən cəhd edin.
        [key-known] Bu açar əvvəl əlavə olunub. Başqasını götürün.
        [second-key-missing] Bunu təsdiqləmək üçün iki açarınız olmalıdır, sizdə isə birdir. “Açarlarım” səhifəsində başqa cihazda daha birini əlavə edin və yenidən cəhd edin.
        [last-key] Bu, sonuncu açarınızdır. Əvvəlcə başqasını əlavə edin.
        [sign-in-again] Açarınızı göstərəndən beş dəqiqədən çox keçib. Çıxın, yenidən daxil olun və təkrar cəhd edin.
        [challenge-lapsed] Çox çəkdi və ya iki dəfə göndərildi. Yenidən cəhd edin.
        [too-many-tries] Çox cəhd edildi. Beş dəqiqə gözləyin, sonra yenidən cəhd edin.
        [role-missing] Rollarınız buna icazə vermir.
        [pause-unknown] Bu artıq dayandırılmış deyil.
        [unknown] Bu artıq yoxdur və ya heç olmayıb.
        [changed-since] Bu arada dəyişdirilib. İndiki halına baxın.
        [window-past] Bunun göndərilməli olduğu vaxt keçib.
        [end-past] Bunun çıxa biləcəyi vaxt keçib. Daha gec bir son seçin və ya boş saxlayın.
        [start-past] Başlanğıc artıq keçib. Daha gec vaxt seçin və ya boş saxlayın: onda təsdiqlənən kimi çıxır.
        [window-empty] Başlamamış bitərdi. Başlanğıcdan sonrakı bir son seçin.
        [embargo-past] Embarqo artıq bitmiş olardı. Daha gec vaxt seçin və ya boş saxlayın.
        [embargo-outside-window] Embarqo altında və ya ondan sonra heç kim almazdı. Başlanğıcdan sonra və sondan əvvəl bir vaxt seçin.
        [other-site] Bu forma öz səhifəsindən göndərilməyib. Konsolu yenidən açın.
        [incomplete] Nə isə çatışmır və ya oxuya bilmədiyimiz şəkildə yazılıb.
        [own-keys] Heç kim özünə zamin dura bilməz. İki həmkardan xahiş edin.
        [own-request] Bunu özünüz istəmisiniz. İkinci şəxs razılaşmalıdır.
        [succession-waits] Bu hələ qüvvədə deyil: hər kəsin etiraz edə biləcəyi bir gün keçməlidir.
        [request-lapsed] Bu sorğunun vaxtı keçib, razılaşdırılıb və ya geri götürülüb.
        [telegram-name-unusable] Telegram-da belə ad ola bilməz: 5–32 latın hərfi, rəqəm və alt xətt; botun adı “bot” ilə bitir.
        [source-missing] Bunu kimin xəbər verdiyini yazın.
        [zone-unknown] Belə saat qurşağı yoxdur. Bölgə və şəhər kimi yazın.
        [date-malformed] Belə gün və ya vaxt yoxdur. Yenidən baxın.
        [date-missing] Tarixi yazın və ya iclası təxirə salınmış kimi qeyd edin.
        [hearing-past] Bu vaxt keçib. Tarixi və saat qurşağını yoxlayın; keçmiş iclas keçirilib kimi qeyd olunur.
        [hearing-ahead] Həmin gün hələ gəlməyib. İclas baş tutandan sonra keçirilib kimi qeyd olunur.
        [incident-ahead] Bu vaxt hələ gəlməyib. Hadisə artıq baş vermiş olandır.
        [court-missing] Məhkəməni ən azı bir dildə yazın.
        [what-missing] Nə baş verdiyini ən azı bir dildə yazın.
        [result-not-held] Yalnız keçirilmiş iclasın qərarları olur və ya o davam üçün təxirə salınır. Keçirilib kimi, yaxud bunlarsız təxirə salınıb kimi qeyd edin.
        [next-hearing-unfit] Növbəti iclasın tarixi irəlidə olmalı, vaxtı isə mövcud olmalıdır.
        [next-hearing-made] Növbəti iclas artıq qeydə alınıb. Onu orada dəyişin.
        [postponed-with-date] Yeni tarix varsa, iclas təyin edilib: izləyicilərə dəyişiklik bildirilir və xatırladılır.
        [person-unknown] Bu işdən bir şəxs seçin.
        [account-disconnected] Bu hesab ayrılıb. Hesabları qoşan şəxs onu yenidən qoşmalıdır.
        [not-resendable] Bunlar yenidən göndərilmir.
        [broadcast-stands] Bu dayanıb. Əvvəlcə davam etdirin.
        [overtaken] İzləyicilər artıq daha yeni faktları bilir. Köhnəsi yenidən göndərilmir.
        [approval-gone] Bu mətnin təsdiqi artıq qüvvədə deyil. Kimsə onu yenidən təsdiqləməlidir.
        [alt-missing] Şəklin görməyənlər üçün təsviri hələ yoxdur.
        [card-missing] Kart bu mətndən əvvəl hazırlanıb. Kartı yenidən hazırlayın.
        [card-outdated] Kart hazırlanandan sonra faktlar dəyişib. Kartı yenidən hazırlayın.
        [facts-not-in-effect] Ondan hələ heç nə qüvvədə deyil və ya geri götürülüb. Kart yalnız ikinci şəxsin təsdiqlədiyini göstərir.
        [card-needs-consent] Burada sağlamlıqdan və ya işgəncədən danışılır. Buna razılıq geri götürülə bilər, şəkil isə yox: mətn kimi yazın.
        [card-too-long] Üzərində oxunmayacaq qədər çox söz var. Daha az söz seçin.
        [card-undrawable] Şriftlərimizdə onun işarələrindən biri üçün hərf yoxdur. Dillərimizin hərfləri ilə, emojisiz yazın.
        [quote-missing] Sitat yazının dillərindən birində yoxdur.
        [no-text] Burada hələ heç nə yazılmayıb.
        [not-editable] Çıxmış mətn daha dəyişdirilə bilməz. Nəyin yanlış olduğunu deyən yeni yazı yazın.
        [not-submittable] Yalnız qaralama təhvil verilir. Əvvəlcə mətni dəyişin, onda qaralama olacaq.
        [not-withdrawable] Çıxmış mətn yazının səhifəsində geri çəkilir. Nəyin yanlış olduğunu deyən yeni yazı yazın.
        [case-closed] İş bağlanıb. Əvvəlcə onu yenidən açın və ya başqasını seçin.
        [name-unusable] Bu, ad ola bilməz. Onu hərflərlə və ya rəqəmlərlə yazın.
        [roles-missing] Ən azı bir rol seçin.
        [limited-to-cases] Siz yalnız bəzi işlərlə məşğulsunuz, bu isə hamısına aiddir.
        [admin-not-limited] Administratoru işlərlə məhdudlaşdırmaq olmaz: o, bunu özü götürə bilər.
        [languages-missing] Oxuduğu ən azı bir dili seçin.
       *[failed] Bizim tərəfdə nə isə alınmadı. Yenidən cəhd edin; səbəb xidmətin jurnalındadır.
    }
console-refused-deciders = Bu işlərin faktları barədə qərar vermək üçün iki nəfərdən az qalardı: { $cases }. Əvvəlcə hər işdə çatı bağlanmış iki nəfər olsun.
console-refused-name =
    { $where ->
        [alt] Şəklin təsvirində yalnız rolu ilə göstərilən kəsin adı çəkilir. Əvəzinə “yetkinlik yaşına çatmamış şəxs”, “şahid” və ya “zərərçəkmiş” yazın.
        [card] Kartda yalnız rolu ilə göstərilən kəsin adı çəkilərdi. Əvəzinə “yetkinlik yaşına çatmamış şəxs”, “şahid” və ya “zərərçəkmiş” yazın.
       *[text] Mətndə yalnız rolu ilə göstərilən kəsin adı çəkilir. Əvəzinə “yetkinlik yaşına çatmamış şəxs”, “şahid” və ya “zərərçəkmiş” yazın.
    }
console-refused-account-text = { $account } bu dildə yazır: { $language }. Bu yazının həmin dildə mətni yoxdur. Əvvəlcə onu yazın.
console-refused-account-disconnected = { $account } qoşulu deyil, ya da giriş məlumatlarının vaxtı bitib: orada heç nə çıxmaz. Yenidən qoşulmasını istəyin və ya onu yazıdan çıxarın.
console-refused-alt =
    { $fault ->
        [too-long] Şəklin təsviri çox uzundur: { $length } işarə, ən çoxu { $limit }. Qısaldın.
       *[unreadable] Şəklin təsvirində göndərilə bilməyən işarə var, ya da görünən heç nə yoxdur. Yenidən yazın.
    }
console-refused-image =
    { $why ->
        [image-empty] Fayl seçilməyib və ya boşdur. Şəkil seçin.
        [image-too-large] Fayl { $limit } həcmindən böyükdür. Onu daha kiçik saxlayın.
        [image-too-many-pixels] Şəkildə { $limit } milyondan çox piksel var. Onu kiçildin.
        [image-moves] Şəkil hərəkətlidir. Ondan bir kadr seçin.
        [image-too-narrow] Şəklin bir tərəfi o birindən { $limit } dəfədən çox uzundur. Onu kəsin.
       *[image-unreadable] Adı nə olursa olsun, bu, oxuya bildiyimiz şəkil deyil və ya zədələnib. Bütöv şəkil seçin: { $kinds }.
    }
console-refused-account-length =
    { $what ->
        [word-too-long] { $account } üçün bir söz çox uzundur: { $length }, ən çoxu { $limit }. Qısaldın və ya bölün.
        [alt-too-long] { $account } üçün şəklin təsviri çox uzundur: { $length }, ən çoxu { $limit }. Qısaldın.
       *[post-too-long] { $account } üçün mətn çox uzundur: { $length }, ən çoxu { $limit }. Qısaldın.
    }
console-refused-account-parts = { $account } üçün mətn bundan çox hissə tutardı: { $limit }. Onu qısaldın.
console-refused-account-image = { $account } bu şəkli qəbul etmir. Onu çıxarın və ya başqasını seçin.
console-refused-account-language = { $account } serverində bu dildə yazı saxlanılmır: { $language }. Dili serveri idarə edən şəxs əlavə etməlidir.
console-refused-budget = { $account } üzrə bunun xərci: { $cost }. Bu ay üçün { $budget } ayrılıb, qalan: { $left }. Mətni qısaldın və ya ünvanları çıxarın.
console-refused-claimed = Bu mətn üzərində { $name } işləyir, ən çoxu { $minutes } dəqiqə. Sonra siz götürə bilərsiniz və ya qaytarmasını xahiş edin. Heç nə dəyişmədi.
console-refused-title = Bu edilmədi
console-back-home = Məni gözləyənlərə qayıt
console-no-site-title = Konsola ayrıca domen lazımdır
# The setting itself stands below.
console-no-site = Komanda açarlarla (passkey) daxil olur, bunlar isə domenə bağlıdır. Xidməti işlədən onun ünvanını bu parametrə yazır və xidməti yenidən başladır. O vaxta qədər mətnlər Telegram düyməsi ilə təsdiqlənir.
console-sign-in-title = Daxil ol
console-sign-in-how = Açarlarınızdan biri yanınızda olsun. Cihazınız barmaq izi, üz və ya PIN istəyir; bunlar cihazdan çıxmır.
console-sign-in-button = Açarla daxil ol
# Where JavaScript is off, or the browser is too old.
console-script-needed = Açarınıza yalnız JavaScript vasitəsilə çatmaq olur. Bu ünvan üçün onu yandırın və ya daha yeni brauzer götürün.
# The device or the person broke it off.
console-key-failed = Heç nə imzalanmadı. Yenidən cəhd edin və ya başqa açar götürün.
# Variables: $name – of the person who was invited.
console-invitation-title = Xoş gəldiniz, { $name }
console-invitation-how = Birinci açarınızı burada əlavə edin. O, bu cihazda və ya açarlarınızı saxlayan xidmətdə qalır; bizə yalnız açıq yarısı çatır. Sonra başqa cihazda ikincisini əlavə edin: bütün açarlarını itirən yenilərini bir gün gözləyir.
console-invitation-button = Birinci açarımı əlavə et
console-invitation-gone = Bu link istifadə olunub, vaxtı bitib və ya daha yenisi ilə əvəz edilib. Sizi dəvət edəndən başqasını istəyin.
# After a loss of keys everybody has a day to object. Variables: $from – date and time.
console-invitation-waits = Bu linkdən bu vaxtdan istifadə etmək olar: { $from }. O vaxta qədər komandada hər kəs etiraz edə bilər.
console-keys-why = Hər kəsin ən azı iki açarı olur, iki cihazda. Hamısını itirən yenilərini bir gün gözləyir.
# Shown on every page until there are two.
# Variables: $from – date and time.
console-keys-one = Yalnız bir açarınız var. Başqa cihazda ikincisini əlavə edin: bu vaxtdan sonra onsuz heç nə təsdiqləyə bilməzsiniz: { $from }.
console-keys-one-due = Yalnız bir açarınız var, ona görə heç nə təsdiqləyə bilmirsiniz. Başqa cihazda ikincisini əlavə edin.
console-keys-add = Açar əlavə et
# Variables: $number – of the key in the list.
console-keys-remove = { $number }-ci açarı sil
# One key in a list. Variables: $number; $added – date and time.
console-key = Açar { $number }, əlavə olunub: { $added }
# Variables: $at – date and time.
console-key-used = Sonuncu istifadə: { $at }
# The key is kept by a service such as iCloud or Google.
console-key-copied = Onu digər cihazlarınıza köçürən xidmətdə saxlanır
console-waiting-none = Sizi heç nə gözləmir.
console-bot-stopped = Telegram { $since } tarixindən bəri botumuzdan heç nə qəbul etmir: nə bildiriş, nə mesaj, nə də kanal paylaşımı çıxır. Kanal üçün gözləyən paylaşımlar: { $posts }. Telegram botu yenidən qəbul edəndə gedəcəklər.
console-waiting-texts = Təsdiq gözləyən mətnlər
console-waiting-hearings = Təsdiq gözləyən məhkəmə məlumatları
console-waiting-incidents = Təsdiq gözləyən hadisələr
console-waiting-agreements = Razılığınızı gözləyir
console-waiting-by = Təklif edən: { $name }
# What the person wrote and handed to others.
console-waiting-own = Yazdığınız, başqalarının qərar verəcəyi
console-waiting-undescribed = Heç kimin təsvir etmədiyi şəkillər
console-waiting-drafts = Qaralamalarınız
# Variables: $at – date and time.
console-waiting-since = Nə vaxtdan: { $at }
console-waiting-again = Yenidən təsdiqlənməlidir
# Leads to a post in one language. Variables: $case – name of the case; $language – name of the language.
console-post-link = { $case } – { $language }
# Variables: $given – approvals given; $needed – approvals that it takes.
console-approvals = Təsdiqlər: { NUMBER($given) } / { NUMBER($needed) }
console-approvals-stuck = Bu mətni təsdiqləyə bilənlər tələb olunandan az qalıb: dilini oxuyan digərləri mətnə başlayıb və ya son təsdiqdən sonra onu dəyişib. Bu dili oxuyan başqa birini təsdiqləyən edin və ya bir nəfər onu öz yazısı kimi yenidən başlasın.
console-covers-title = Təsdiqiniz nəyi əhatə edir
console-field-case = İş
console-field-kind = Növ
console-field-author = Yazan
console-field-when = Nə vaxt
console-field-where = Hara
console-target-telegram = İşi izləyənlər, Telegram-da
# A row of characters that stands for exactly this content.
console-field-hash = Barmaq izi
# What the picture shows, in words.
console-field-image = Şəkil
# Variables: $language – name of the language.
console-text-title = Mətn, { $language }: oxuculara çatan şəkildə
# Variables: $language – name of the language.
console-source-title = Bu mətndən tərcümə olunub ({ $language })
console-changes-title = Əvvəl təsdiqlənəndən fərqi
console-changes-none = Əvvəl heç nə təsdiqlənməyib.
# Before words that are gone, for who cannot see the colour.
console-change-removed = silinib:
# Before words that are new, for who cannot see the colour.
console-change-added = əlavə olunub:
console-decide-title = Qərarınız
console-decide-how = Açarınız məhz yuxarıdakını imzalayır. Hər dəyişiklik onu ləğv edir.
console-telegram-title = Telegram çatım
console-telegram-linked = Çat bağlanıb: sorğular ora da gəlir.
console-telegram-none = Heç bir çat bağlanmayıb. Sorğular yalnız burada görünür.
console-telegram-button = Çatım üçün link yarat
# The link stands below.
console-telegram-how = Bu linki Telegram-da, sizin olacaq çatda açın. Bir dəfə, on beş dəqiqə ərzində işləyir.
console-posts-title = Yazılar
console-cases-title = İşlər və məhkəmələr
console-broadcasts-title = Göndərişlər
console-calendar-title = Təqvim
console-staff-title = Komanda
console-policy-title = Təsdiqlər
console-policy-what = Hər mətni göndərilməzdən əvvəl onu yazandan başqa bu qədər fərqli adam təsdiqləməlidir. Sayı bir nəfər artıra bilər; azaltmaq üçün yarım saat ərzində iki nəfər lazımdır. Dəyişiklikdən sonra təqdim olunmuş, amma çıxmamış mətnlər yenidən qaralama olur və yenidən təsdiqlənməlidir; bütün komandaya xəbər verilir.
console-policy-waiting =
    { $texts ->
        [one] { $texts } mətn təqdim olunub, hələ çıxmayıb.
       *[other] { $texts } mətn təqdim olunub, hələ çıxmayıb.
    }
console-policy-asked = { $name } sayı azaltmağı istəyib. İkinci şəxs { $until } qədər razılaşa bilər.
console-policy-whose = Bunu bütün işlər üzrə çalışan koordinator və ya administrator dəyişir.
console-reserve-title = Ehtiyatda
console-reserve-what = Bot susanda izləyicilərin üz tutacağı yer: bota başlayan hər kəsə bildirilir. Yer göstərmək üçün 24 saat ərzində iki nəfər lazımdır; bir nəfər onu dərhal götürə bilər. Bütün komandaya xəbər verilir.
console-reserve-none = Ehtiyatda heç nə yoxdur.
console-reserve-bot = İkinci bot
console-reserve-channel = Kanal
console-reserve-asked = { $name } bunu göstərdi: { $places }. İkinci şəxs { $until } qədər razılaşa bilər; o vaxtadək heç bir izləyiciyə bildirilmir. Onu Telegram-da açıb kimin idarə etdiyinə baxın.
console-reserve-drop = Göstərilməsin
console-reserve-whose = Yeri bütün işlər üzrə çalışan koordinator və ya administrator göstərir.
console-case-waits = İkinci şəxsi gözləyir
console-case-opened = Açan: { $name }, { $since }. İkinci şəxs razılaşana qədər onu yalnız komanda bilir; oxuculara bunlar göstəriləcək:
console-case-address = Ünvandakı qısa ad
console-case-persons = Şəxslər
console-audit-title = Yoxlama jurnalı
# The audit log: what was done, after the name of whoever did it. Variables: $verb – the verb, of which the log holds the code word.
console-audit-verb =
    { $verb ->
        [account-deliveries-expire] Hesaba yazının vaxtı keçdi
        [account-deliveries-move] Hesaba yazının vaxtı dəyişdirildi
        [account-deliveries-publish] Hesablara yazı planlaşdırıldı
        [account-deliveries-record-retraction] Şəbəkədən silinmə qeydə alındı
        [account-deliveries-refuse] Şəbəkə yazını rədd etdi
        [account-deliveries-retract] Yazı geri götürüldü
        [account-deliveries-retract-from-account] Yazı bir hesabdan geri götürüldü
        [account-deliveries-revive] Hesaba yazı yenidən yola düşdü
        [account-deliveries-see] Davamı olan yazının şəbəkədə harada olduğu deyildi; ikinci şəxs gözlənilir
        [account-deliveries-settle] Yazının şəbəkədə olub-olmadığı müəyyən edildi
        [account-deliveries-withdraw] Hesablara yazılar geri çağırıldı
        [accounts-connect] Hesab qoşuldu
        [accounts-disconnect] Hesab ayrıldı
        [accounts-pause] Hesab dayandırıldı
        [accounts-reconnect] Hesab yenidən qoşuldu
        [accounts-resume] Hesabın davam etməsi və ya bunun istənməsi
        [accounts-set-budget] Hesabın büdcəsi müəyyən edildi
        [accounts-stop] Hesabı xidmət dayandırdı
        [accounts-warn-of-end] Hesaba girişin bitəcəyi barədə xəbərdarlıq edildi
        [alerts-dispatch] Bildiriş göndərildi
        [alerts-replan] Bildirişlər yenidən planlaşdırıldı
        [backups-restore] Ehtiyat nüsxə bərpa edildi
        [bots-clear-stop] Bot yenidən işləyir
        [bots-ensure] Bot əlavə edildi
        [bots-record-stop] Telegram botu rədd edir
        [broadcasts-act] Göndəriş dayandırıldı, davam etdirildi və ya ləğv edildi
        [broadcasts-ask] Göndərişin dəyişdirilməsi istəndi
        [broadcasts-drop-request] Göndəriş haqqında sorğu geri götürüldü
        [broadcasts-halt] Göndərişi xidmət dayandırdı
        [broadcasts-resend] Çatmayanlar yenidən göndərildi
        [campaigns-ask-approvals] Daha az təsdiq istəndi
        [campaigns-ask-reserve] Ehtiyat yerlərin dəyişdirilməsi istəndi
        [campaigns-change] Kampaniya dəyişdirildi
        [campaigns-create] Kampaniya yaradıldı
        [campaigns-drop-approvals-request] Daha az təsdiq sorğusu geri götürüldü
        [campaigns-drop-reserve-request] Ehtiyat yerlər haqqında sorğu geri götürüldü
        [campaigns-set-approvals] Təsdiqlərin sayı dəyişdirildi
        [campaigns-set-reserve] Ehtiyat yerlər müəyyən edildi
        [cases-agree] İşə razılıq verildi
        [cases-close] İş bağlandı
        [cases-create] İş açıldı
        [cases-import] İş idxal edildi
        [cases-record-event] İş üzrə hadisə qeydə alındı
        [cases-reopen] İş yenidən açıldı
        [consents-record] Razılıq qeydə alındı
        [consents-withdraw] Razılıq geri götürüldü
        [contacts-add] Mətbuat əlaqəsi əlavə edildi
        [contacts-bounce] Mətbuata məktub geri qayıtdı
        [contacts-end] Mətbuat əlaqəsi bitdi
        [deliveries-halt-text] Göndərişin bir dili dayandırıldı
        [deliveries-recover] Dayanmadan sonra göndəriş davam etdirildi
        [deliveries-settle] Mesajların nəticəsi qeydə alındı
        [deliveries-settle-calls] Cavabların nəticəsi qeydə alındı
        [digests-dispatch] Həftəlik icmal göndərildi
        [endpoints-add] Başqa sistem əlavə edildi
        [endpoints-gone] Başqa sistem ünvanından imtina etdi
        [endpoints-remove] Başqa sistem silindi
        [hearings-adjourn] İclas təxirə salındı
        [hearings-ask-again] İclas haqqında yenidən qərar istəndi
        [hearings-decide] İclas haqqında qərar verildi
        [hearings-end-wait] İclas artıq gözlənilmir
        [hearings-import] İclaslar idxal edildi
        [hearings-record] İclas qeydə alındı
        [hearings-revise] İclas dəyişdirildi
        [hearings-ring] İclas haqqında qərar üçün çağırıldı
        [incidents-decide] Hadisə haqqında qərar verildi
        [incidents-record] Hadisə qeydə alındı
        [incidents-revise] Hadisə dəyişdirildi
        [invitations-accept] Dəvət qəbul edildi
        [invitations-invite] Dəvət edildi
        [keys-reseal] Yeni açarla yenidən möhürləndi
        [media-add] Şəkil yükləndi
        [partners-add] Tərəfdaş əlavə edildi
        [partners-add-secret] Tərəfdaşın gizli açarı yaradıldı
        [partners-report] Tərəfdaş iclas barədə məlumat verdi
        [partners-revoke] Tərəfdaşlıq bitdi
        [partners-revoke-secret] Tərəfdaşın gizli açarı ləğv edildi
        [passkeys-add] Açar əlavə edildi
        [passkeys-remove] Açar silindi
        [pauses-ask] Yazıların davam etdirilməsi istəndi
        [pauses-drop-request] Yazıların davam etdirilməsi sorğusu geri götürüldü
        [pauses-lift] Yazılar yenidən başladıldı
        [pauses-pause] Yazılar dayandırıldı
        [posts-ask-again] Mətn üçün yenidən təsdiq istəndi
        [posts-claim-text] Mətn üzərində iş başlandı
        [posts-create] Yazıya başlandı
        [posts-decide] Mətn təsdiq və ya rədd edildi
        [posts-edit] Mətn redaktə edildi
        [posts-keep-from-readers] Mətn oxuculara göndərilmir
        [posts-publish] Mətn yayımlandı
        [posts-release-text] Mətn sərbəst buraxıldı
        [posts-set-accounts] Yazının hesabları seçildi
        [posts-set-card] Yazının kartı hazırlandı
        [posts-set-embargo] Yazıya embarqo qoyuldu
        [posts-set-kind] Yazının növü dəyişdirildi
        [posts-set-photo] Yazının şəkli seçildi
        [posts-set-schedule] Yazının vaxtı təyin edildi
        [posts-set-sheet] Yazının bütün dilləri üçün ortaq məlumat dəyişdirildi
        [posts-set-warning] Yazıya məzmun xəbərdarlığı qoyuldu
        [posts-settle-alt] Şəklin təsviri tamamlandı
        [posts-submit] Mətn təsdiqə verildi
        [posts-withdraw] Mətn geri götürüldü
        [sessions-end] Çıxış edildi
        [sessions-refuse] Giriş rədd edildi
        [sessions-sign-in] Daxil olundu
        [staff-requests-agree] Komanda haqqında sorğuya razılıq verildi
        [staff-requests-ask] Komanda haqqında sorğu verildi
        [staff-requests-drop] Komanda haqqında sorğu geri götürüldü
        [staff-requests-void-link] Kimsə üçün yaradılmış link ləğv edildi
        [staff-add] Komandaya üzv əlavə edildi
        [staff-create-link] Söhbəti bağlamaq üçün link yaradıldı
        [staff-issue-token] Token yaradıldı
        [staff-limit-to-cases] Bəzi işlərlə məhdudlaşdırıldı
        [staff-link-chat] Söhbət komanda hesabına bağlandı
        [staff-revoke] Komandadan çıxarıldı
        [staff-revoke-token] Token ləğv edildi
        [staff-send-test] Sınaq mesajı göndərildi
        [staff-set-language] Dil seçildi
        [staff-unlink-chat] Söhbətin bağlantısı kəsildi
        [successions-agree] Davamçıya razılıq verildi
        [successions-call] Davamçı çağırıldı
        [successions-confirm] Davamçı təsdiqləndi
        [successions-doubt] Davamçı şübhə altına alındı
        [successions-name] Davamçı təklif edildi
        [successions-object] Davamçıya etiraz edildi
       *[successions-take-over] Davamçı işi öz üzərinə götürdü
    }
console-statistics-title = Rəqəmlərlə
console-statistics-hint = İnsanlar və mesajlar gündə bir dəfə, onluğa qədər yuvarlaqlaşdırılaraq göstərilir. 20-dən azı göstərilmir.
console-statistics-followers = İzləyicilər
console-statistics-few = 20-dən az
console-statistics-cases = İşlər üzrə
console-statistics-languages = Dillər üzrə
console-statistics-hours = { $day }: mesajlar saatlar üzrə
console-statistics-hour = Saat
console-statistics-alerts = Bildirişlər nə qədər gecikdi
console-statistics-alerts-hint = Bildirişin vaxtından onu alan ilk izləyiciyədək.
console-statistics-half = Yarısı bu müddətdə
console-statistics-most = 100-dən 99-u bu müddətdə
console-statistics-table = Cədvəl kimi
# Leads to the page before in a list that begins with the newest.
console-older = Daha əvvəlkilər
# An empty list.
console-none = Burada hələ heç nə yoxdur.
console-post-new = Yazı yaz
# Variables: $case – its name.
console-post-title = { $case } haqqında yazı
# Variables: $language – name of the language.
console-edit-title = Mətn: { $language }
console-edit-hint = Boş sətir yeni abzas başlayır. Sözlərin ətrafında iki ulduz qalın, bir ulduz kursiv edir.
console-edit-text = Mətn
console-edit-alt = Şəkildə nə var, görməyənlər üçün
console-image-none = Şəkli yoxdur.
console-image-file = Şəkil: { $kinds }
console-image-hint = Ən çox { $size } və { $pixels } milyon piksel. Yer, vaxt və cihaz onunla birlikdə çıxmasın deyə yenidən hazırlanır. Bütün dillər üçün eynidir və hər dildə görməyənlər üçün söz lazımdır. Bütün mətnlər yenidən qaralama olur.
console-image-use = Bu şəkli götür
console-image-remove = Şəkli çıxar
console-image-undescribed = Şəkildə nə olduğunu hələ heç kim yazmayıb.
console-submit-undescribed = Şəkildə nə olduğunu yazmadan təhvil ver
console-submit-undescribed-hint = Yalnız təcili halda. Şəkil görməyənlər üçün söz olmadan çıxır; təsdiqləyən bunu görür və şəkil təsvir olunana, ya da paylaşım geri çəkilənə qədər bu dildə yazanların gözləyənləri arasında qalır.
console-undescribed-out = Mətn çıxıb və şəklində nə olduğunu heç kim yazmayıb. Şəbəkə icazə verirsə, sözləri orada əllə əlavə edin və bunu yazının səhifəsində bildirin; başqa yerdə yalnız, bu geri çəkildikdən sonra, şəkli təsvir olunmuş yeni yazı kömək edir. O vaxta qədər gözləyənlər arasında qalır.
console-undescribed-settle = Sözlər artıq oradadır
console-standing =
    { $standing ->
        [planned] növbəsini gözləyir
        [attempting] indi çıxır
        [stands] çıxıb
        [unknown] çıxıb-çıxmadığı bilinmir
        [failed] çıxmayıb
        [cancelled] çıxmayacaq
        [leaving] silinir
        [retracted] silinib
       *[stays] çıxıb və orada qalır
    }
console-standing-title = Hesablarında
console-retract = Geri çək
console-retract-post = Yazını geri çək
console-retract-title = Geri çəkmə: nə olacaq
console-retract-will =
    { $will ->
        [stops] Orada gözləyən çıxmır.
        [goes] Orada duran silinir.
        [seen] Orada ola bilən axtarılır və tapılarsa silinir.
       *[stays] Orada çıxmış olan qalır: bu şəbəkə heç nəyi geri götürmür.
    }
console-retract-followers = İzləyicilərdə aldıqları mesajlar qalır. Hələ gözləyənlər onu almır.
console-retract-waiting = Bu yazının hələ çıxmamış mətnləri yenə çıxa bilər. Çıxmamalıdırsa, onları yazının səhifəsində geri götürün.
console-retract-nothing = Geri çəkiləsi heç nə qalmayıb.
console-retract-elsewhere = Qalan hər yerdə o qalır, izləyicilər də onu əvvəlki kimi alır.
console-retracted-at = Geri çəkilib: { $at }. Onu almamış olanlar daha almır.
console-card-title = Kart
console-card-of = Göstərir
console-card-make = Kartı hazırla
console-card-hint = Hər dil öz kartını alır. Bütün mətnlər yenidən qaralama olur.
console-sheet-title = Bütün dillərdə ortaq olan
console-sheet-voids = Dəyişiklik bu dillərdə yazılanı yenidən qaralama edir: { $languages }.
console-sheet-void-count = Qüvvədən düşəcək təsdiqlər: { $count }
console-sheet-not-before = Ən tezi
console-sheet-not-after = Ən geci
console-sheet-after-hint = Boş: üç gün ərzində.
console-sheet-embargo = Embarqonun sonu
console-sheet-embargo-hint = O vaxta qədər yalnız mətbuat siyahısındakılar alır. Boş: hamı eyni vaxtda alır.
console-sheet-clock = Saat: { $zone }. Boş: təsdiqlənən kimi.
console-sheet-warning = Oxuculara xəbərdarlıq
console-sheet-none = yoxdur
console-sheet-accounts = İşi izləyənlərdən başqa hara gedir
console-sheet-accounts-hint = Hər hesaba növbəsini verin: 1 birinci gedir.
console-sheet-account = { $handle } ({ $network }), { $language }
console-sheet-gap = İki hesab arasında dəqiqə
console-sheet-gap-hint = 0: hamısı eyni anda.
console-sheet-spread = İki hesab arasında { $minutes } dəq
console-sheet-standing = İndiki halı
console-quote = Kart üçün sitat
console-quote-words = Nə deyilib
console-quote-who = Kim deyib
console-quote-hint = Yazının hər dilində, oxucuların görəcəyi sözlərlə. Hər biri üçün şəkil hazırlanır.
# How much of the room is used. Variables: $length, $limit – numbers of characters.
console-edit-length = { $limit } simvoldan { $length } istifadə olunub
console-edit-approver =
    { $then ->
        [stuck] Burada dəyişiklik saxlasanız, bu mətni təsdiqləyə bilənlər tələb olunandan az qalacaq.
       *[others] Burada dəyişiklik saxlasanız, bu mətni daha təsdiqləyə bilməzsiniz. Bunu başqası etməlidir.
    }
console-edit-save = Saxla
console-edit-submit = İkinci şəxsə ver
console-edit-standing-title = Bu arada yazan: { $name }
console-edit-instead = Oxudum: onun yerinə mənim mətnim qoyulsun
console-edit-withdraw = Geri götür
console-preview-title = Belə çıxacaq
console-preview-left = { $account }: { $limit } işarədən { $left } qalıb
console-preview-parts = { $account }: { $length } / { $limit }, hissə: { $parts }
console-draft-kept = Qaralamanız kimi saxlanılıb. Mətnə hələ yazılmayıb.
console-draft-shown = Öz qaralamanızı görürsünüz: saxlanılıb, mətnə hələ yazılmayıb.
console-draft-offline = Əlaqə yoxdur. Yazdıqlarınız bu cihazda qalır və əlaqə olan kimi göndərilir.
console-draft-restored = Son yazdıqlarınız bu cihazda qalmışdı. Budur.
console-draft-signed-out = Siz artıq daxil olmamısınız. Yazdıqlarınız bu cihazda qalır: daxil olun və bu səhifəni yenidən açın.
console-paragraph-title = { $number }. abzas
console-paragraph-changed = Tərcümədən sonra dəyişdirilib. Tərcümənin hələ uyğun olub-olmadığına baxın.
console-paragraph-gone = Mənbə mətndə bu abzas artıq yoxdur. Onu buraxmaq üçün sahəni boşaldın.
console-paragraph-fits = Olduğu kimi uyğundur
console-paragraph-tally = Abzas: { $all }. Hələ tərcümə edilməyib: { $missing }. Mənbəsi sonra dəyişib: { $changed }.
console-paragraph-lacks = Bu tərcümədə tapılmadı: { $facts }. Eyni şeyi dediyinə baxın.
console-facts-title = Mənbədəki kimi qalır:
console-facts-hint = Mənbədəki adlar, günlər, saatlar və ünvanlar { $time } kimi fiqurlu mötərizədə durur və hər dildə öz yazılışı ilə doldurulur. Toxunmaqla abzasa əlavə olunur. Ad hallana bilər: { $name }.
console-facts-back = Geri qoymaq
console-facts-differ =
    { $how ->
        [lost] Çatışmır: { $facts }.
        [doubled] Mənbədəkindən çoxdur: { $facts }.
        [contradicting] Həftənin günü tarixə uyğun gəlmir: { $facts }.
       *[altered] Mənbədə yoxdur: { $facts }.
    }
console-refused-facts = { $number }. abzas mənbəsi ilə eyni şeyi demir. { $faults } Heç nə saxlanmadı.
console-claim-other = Bu mətn üzərində { $until } vaxtına qədər { $name } işləyir. Sonra siz götürə bilərsiniz.
console-claim-over = Bu mətn üzərində { $until } vaxtına qədər { $name } işləyirdi. Siz götürə bilərsiniz.
console-claim-own = Bu mətn { $until } vaxtına qədər sizdədir; hər saxlayanda yarım saat uzanır.
console-claim-none = Bu mətn üzərində heç kim işləmir. Bu arada başqası yazmasın deyə onu götürün.
console-claim-take = Götür
console-claim-release = Qaytar
console-claim-standing = { $until } vaxtına qədər { $name } işləyir
# The text cannot be sent as it is written. Variables: $line – a number.
console-edit-unreadable = { $line }. sətir: { $remedy }
console-text-fault =
    { $fault ->
        [too-long] Mətn həddən artıq uzundur. Qısaldın.
        [nested-too-deep] Siyahının ən çoxu üç səviyyəsi olur. Daha azı ilə yazın.
        [malformed-text] Orada yarımçıq işarə var. Sətri yenidən yazın.
        [control-character] Orada heç kimin görmədiyi işarə var. Sətri yenidən yazın.
        [direction-override] Orada oxu istiqamətini tərsinə çevirən görünməz işarə var. Sətri yenidən yazın.
        [image] Şəkil mətnin içində olmur. Onu yazıya əlavə edin.
        [html] HTML qəbul edilmir. Qalın hərfi iki ulduzla, keçidi isə belə yazın: […](https://…).
        [heading] Başlıq qəbul edilmir. Onu qalın sətir kimi yazın.
        [code] Tərs apostroflar və sətrin əvvəlindəki boşluqlar qəbul edilmir. Onları silin.
        [quote] Sitatı dırnaq içində, qarşısında > olmadan yazın.
        [table] Cədvəl qəbul edilmir. Siyahı kimi yazın.
        [rule] Xətt əvəzinə boş sətir qoyun.
        [reference-link] Keçidin ünvanını yerində yazın: […](https://…).
        [link-without-words] Keçidin sözlərini kvadrat mötərizələrin içində yazın.
        [link-names-another-host] Keçidin sözləri ünvanından başqa sayt adı çəkir. Hər ikisi eyni saytı göstərsin.
        [link-title] Keçidin ünvanından sonra dırnaq içindəki başlığı silin.
        [link-not-absolute] Keçidin ünvanını əvvəlində https:// ilə tam yazın.
        [link-scheme] Yalnız http, https, mailto və ya tg ünvanlarına keçid verin.
        [link-with-password] Keçidin ünvanından @ işarəsindən əvvəlki hissəni silin.
        [link-malformed] Keçidin ünvanı düzgün deyil. Düzəldin.
       *[unsupported] Yalnız abzas, qalın, kursiv, keçid və siyahı qəbul edilir. Bunlarla yazın.
    }
# Variables: $length, $limit – numbers of characters.
console-edit-too-long = Mətn çox uzundur: { $length } simvol, ən çoxu { $limit }. Qısaldın.
# Where a text stands.
console-text-state =
    { $state ->
        [draft] Qaralama
        [in_review] İkinci şəxsi gözləyir
        [approved] Təsdiqlənib
        [scheduled] Təsdiqlənib, vaxtını gözləyir
        [published] Dərc olunub
        [rejected] Rədd edilib
        [withdrawn] Geri götürülüb
       *[expired] Göndərmək üçün gecdir
    }
# How far the wording of a translation was looked at.
console-text-check =
    { $check ->
        [machine_draft] maşın qaralaması
        [draft] hələ yoxlanmayıb
        [checked] yoxlanıb
       *[stale] köhnəlib: mənbə mətn dəyişib
    }
console-hearings = Məhkəmələr
console-timeline = Xronologiya
# One source says otherwise; both stand. Variables: $source; $field – name of the field; $value.
console-disagrees = { $source } başqa cür deyir ({ $field }): { $value }
# Above the form for facts of a hearing, and on what leads to it.
console-facts-hearing =
    { $what ->
        [new] İclas qeyd et
       *[change] İclas haqqında məlum olanı dəyiş
    }
# The same of an incident: an arrest, a search, a release.
console-facts-incident =
    { $what ->
        [new] Hadisə qeyd et
       *[change] Hadisə haqqında məlum olanı dəyiş
    }
# Leads from a hearing or an incident to its form.
console-facts-change = Dəyiş
# Below a date.
console-facts-date-hint = Tarix məlum deyilsə, boş qalsın.
# Below a time of day.
console-facts-time-hint = Yerli vaxtla. Məlum deyilsə, boş qalsın.
# Below a time zone. Variables: $example – a zone as it is written.
console-facts-zone-hint = Bölgə və şəhər, məsələn { $example }.
# Below the list of sources.
console-facts-sources-hint = Kim xəbər verib, hər sətirdə biri.
# Below the day on which facts were checked.
console-facts-checked-hint = Kiminsə bunu mənbə ilə sonuncu dəfə tutuşdurduğu gün.
# Opens the fields for further languages.
console-facts-languages = Başqa dillər
# Opens the fields for what came of a hearing.
console-facts-result = Nə ilə nəticələndi
console-facts-rulings = Qərarlar
console-facts-rulings-hint = Hər şəxs və ittiham üçün biri. Şəxs seçilməyibsə, sayılmır.
console-facts-ruling = Qərar
console-facts-person = Şəxs
# What a ruling imposes.
console-facts-penalty = Verilən cəza
# The label of a number: how long a penalty lasts.
console-facts-length =
    { $unit ->
        [years] İl
        [months] Ay
       *[days] Gün
    }
# Of a fine.
console-facts-amount = Məbləğ
console-facts-note = Qeyd
# Adds a row to a form.
console-facts-more = Daha bir sətir
console-facts-adjourned = Təxirə salma
# Whether a hearing that was held goes on at another date.
console-facts-adjourned-how =
    { $how ->
        [no] təxirə salınmayıb
        [open] təxirə salınıb, tarix məlum deyil
       *[dated] aşağıdakı tarixə keçirilib
    }
console-facts-next = Növbəti iclas
console-facts-next-hint = Yalnız tarixlə sayılır. Məhkəmə boşdursa, bu iclasın məhkəməsidir.
# Opens the fields for what a source says otherwise.
console-facts-differing = Ayrı mənbələrin fərqli dedikləri
console-facts-differing-hint = İkisi də qalır, izləyicilər ikisini də görür.
# Of which fact a source says something else.
console-facts-about = Nə barədə
console-facts-says = Nə deyir
console-facts-source = Mənbə
console-facts-kind = Nə baş verib
# Kinds of incident, in a list.
console-facts-kinds =
    { $kind ->
        [arrest] həbs
        [search] axtarış
        [attack] hücum
        [transfer] başqa yerə köçürülmə
        [health] sağlamlıq
        [demolition] sökülmə
       *[release] azadlığa buraxılma
    }
console-facts-place = Harada
console-facts-what = İzləyicilərin oxuyacağı sözlərlə
# Below the words in which an incident is told; of one that is taken back, what is right.
console-facts-what-hint = Baş verməyibsə: əslində necə olub.
console-facts-whom = Kimə aiddir
console-facts-bystanders = Daha neçə nəfər, rola görə
console-facts-bystanders-hint = Onların adı heç vaxt çəkilmir.
# The label of a number of people.
console-facts-bystander =
    { $role ->
        [minor] Azyaşlılar
        [witness] Şahidlər
       *[victim] Zərərçəkənlər
    }
console-facts-certainty = Nə dərəcədə dəqiqdir
console-facts-certainties =
    { $certainty ->
        [established] dəqiq: bilirik
        [reported] xəbər verilib: kimsə bildirib, artığını bilmirik
       *[alleged] iddia edilir: təsdiqlənməyib
    }
console-facts-discloses = Bundan əlavə nədən danışır
console-facts-discloses-hint = Bunun üçün qeydə alınmış razılıq lazımdır.
# How a change of an incident stands to what followers were told.
console-facts-amendment = Əvvəl deyilənə münasibəti
console-facts-amendments =
    { $amendment ->
        [adds] daha çox şey məlumdur
        [corrects] nə isə yanlış idi
       *[withholds] şəxsi məlumat geri götürülür, təkrarlanmır
    }
console-facts-happened =
    { $status ->
        [stands] baş verib
       *[retracted] deyildiyi kimi olmayıb
    }
# Shows, before anything is recorded, what followers would be told.
console-facts-look = İzləyicilərə nə deyiləcəyinə bax
# Above the message that followers would get.
console-facts-told = İkinci şəxs təsdiqləsə, izləyicilərə nə deyiləcək
console-facts-told-none = Dərhal heç kimə xəbər verilmir.
# Variables: $when – a list of dates and times.
console-facts-reminders = Xatırlatmalar: { $when }
console-facts-replaces = Bir dəyişiklik artıq ikinci şəxsi gözləyir. Sizinki onun yerinə keçir.
# Above what a colleague recorded while this was written. Variables: $name – the colleague.
console-facts-standing = Bu arada qeyd edən: { $name }
# Behind a box to be ticked: one’s own facts are recorded although a colleague’s stand there by now.
console-facts-instead = Oxudum: onun yerinə mənimki qoyulsun
# Above a form that was not taken.
console-facts-faults = Hələ heç nə qeyd edilmədi. Aşağıda işarələnənə baxın.
# At a field.
console-facts-fault =
    { $reason ->
        [missing] Bu çatışmır.
        [clock] Həmin gün saatlar bu vaxtı keçir və ya iki dəfə göstərir. Başqa vaxt seçin.
        [minutes] Dəqiqələrin sayını yazın: sıfır və ya ən çoxu bir gün.
       *[unusable] Bu şəkildə götürülə bilməz: çox uzundur və ya buraya aid deyil.
    }
# A time that the clocks skip on that day. Variables: $before, $after – times of day.
console-refused-gap = Həmin gün saatlar bu vaxtı ötür. Ən yaxınları: { $before } və { $after }. Hansının nəzərdə tutulduğunu soruşun.
# What is on its way.
console-broadcast-what =
    { $kind ->
        [alert] Məhkəmə xəbərdarlığı
        [digest] Həftəlik icmal
       *[post] Yazı
    }
console-broadcast-state =
    { $state ->
        [running] gedir
        [paused] dayandırılıb
        [halted] xətalardan sonra dayanıb
        [cancelled] ləğv edilib
       *[finished] bitib
    }
# How many messages came to what. Variables: $count – a number, or that it is under 20.
console-delivery-count =
    { $state ->
        [planned] gözləyir: { $count }
        [sent] göndərilib: { $count }
        [failed] alınmayıb: { $count }
        [unknown] çatıb-çatmadığı bilinmir: { $count }
       *[cancelled] ləğv edilib: { $count }
    }
# In place of a number under 20.
console-few = 20-dən az
console-broadcast-do =
    { $action ->
        [pause] Dayandır
        [resume] Davam etdir
       *[cancel] Qalanını ləğv et
    }
# What one person has asked for of a broadcast, beside it. Variables: $action – pause, resume or cancel; $name – who asked; $until – date and time.
console-broadcast-asked =
    { $action ->
        [pause] { $name } bunu dayandırmaq istəyir. İkinci şəxs razı olmalıdır; sorğunun vaxtı bitir: { $until }.
        [resume] { $name } bunu davam etdirmək istəyir. İkinci şəxs razı olmalıdır; sorğunun vaxtı bitir: { $until }.
       *[cancel] { $name } qalanını ləğv etmək istəyir. İkinci şəxs razı olmalıdır; sorğunun vaxtı bitir: { $until }.
    }
# What of a broadcast did not arrive, by the reason; and what leads there.
console-dead-title = Çatmayanlar
# Why messages that did not arrive are not sent once more.
console-dead-why =
    { $why ->
        [may-have-arrived] Çatmış ola bilər, heç kim eyni yazını iki dəfə almamalıdır.
        [chat-away] Bu söhbətlərə yazmaq mümkün deyil.
        [too-late] Vaxtı keçib.
        [superseded] Yerini daha yeni faktlar tutub.
        [not-wanted] Ləğv edilib və ya oxucular daha istəməyib.
        [unreadable] Söhbət və ya mətn açarlarımızla açılmır.
        [no-longer-kept] Hansıları olduğu daha saxlanılmır.
       *[not-certain] Yenidən göndərməyin təhlükəsizliyi dəqiq deyil.
    }
console-dead-class =
    { $class ->
        [no-rights] Botun orada yazmaq icazəsi yoxdur.
        [content] Telegram mətni qəbul etmədi.
        [text-halted] Telegram mətndən imtina etdikdən sonra o dayandırıldı.
        [no-answer] Cavab gəlmədi: çatıb-çatmadığı bilinmir.
       *[refused] Telegram başqa səbəbdən imtina etdi.
    }
console-dead-resend = Bunları yenidən göndər
# Alerts of which nobody was told.
console-expired-title = Gecikmiş bildirişlər
console-expired-why = Göndərilmədi: vaxtında çıxa bilmədi və faydası olmazdı. İzləyicilərə xəbər verilmədi.
# Our accounts on networks such as Mastodon.
console-accounts-title = Hesablar
console-account-state =
    { $state ->
        [active] qaydasındadır
        [paused] dayandırılıb
       *[disconnected] ayrılıb
    }
# Why nothing goes out on an account. A code may stand behind the third and the last.
console-account-why =
    { $why ->
        [staff] Onu komandadan kimsə dayandırıb. İki nəfər davam etdirir.
        [budget] Bu ayın büdcəsi bitib.
        [failures] Ardıcıl bir neçə uğursuzluqdan sonra dayandırılıb.
        [suspended] Şəbəkə onu bağlayıb.
        [expired] Giriş məlumatlarının vaxtı keçib və ya kimsə onları şəbəkədə ləğv edib. Orada yenilərini yaratmaq, sonra yenidən qoşmaq lazımdır.
        [forgotten] Giriş məlumatları silinib. Yenidən qoşulmalıdır.
       *[credentials] Şəbəkə giriş məlumatlarımızı qəbul etmir. Yenidən qoşulmalıdır.
    }
# Variables: $until – date and time.
console-account-rests = { $until } vaxtınadək oraya heç nə getmir.
console-account-ends = Giriş məlumatları etibarlıdır: { $end } qədər. Ondan əvvəl yenidən qoşun.
# Variables: $count – a number.
console-account-failures = Ardıcıl uğursuzluqlar: { $count }
# By price lists. Variables: $spent, $planned – amounts of money.
console-account-spent = Bu ay təxmini xərc: { $spent }. Planlaşdırılıb: { $planned }.
# The same where there is a budget. Variables: $spent, $planned, $budget – amounts of money.
console-account-spent-of = Bu ay təxmini xərc: { $spent }, büdcə { $budget }. Planlaşdırılıb: { $planned }.
# Variables: $limit – a number, in the network’s own unit.
console-account-text = Mətnlər şəbəkənin saydığı kimi ən çoxu { $limit } simvol.
# What can be done on an account.
console-account-can =
    { $what ->
        [images] Şəkil qəbul edir.
        [no-images] Şəkil qəbul etmir.
        [threads] Uzun mətnlər bir neçə hissədə gedir.
        [no-threads] Mətn bütöv gedir.
        [retract] Çıxmış olan geri götürülə bilər.
        [no-retract] Çıxmış olan geri götürülə bilməz.
       *[asks-person] Nəyinsə orada olub-olmadığı bilinməyəndə kimsə baxmalıdır.
    }
console-unknown-title = Oradadırmı?
console-unknown-how = Şəbəkə cavab vermədi, heç nə iki dəfə göndərilmir. Hesaba baxın, sonra nə gördüyünüzü deyin.
# Variables: $at – date and time.
console-unknown-tried = Cəhd: { $at }
console-unknown-contact = Siyahıdakı bir ünvan üçün idi.
console-unknown-stands = Oradadır
# Its button: after that it goes out again.
console-unknown-absent = Orada yoxdur: yenidən göndərilsin
console-unknown-id = Şəbəkənin onu tanıdığı nömrə
console-unknown-id-hint = Nömrə və ya ad, çox vaxt ünvanının son hissəsi.
console-unknown-address = Ünvanı, əgər varsa
# What somebody may do.
console-role =
    { $role ->
        [author] müəllif
        [translator] tərcüməçi
        [approver] təsdiqləyən
        [admin] administrator
        [coordinator] koordinator
       *[lawyer] vəkil
    }
# Variables: $count – how many keys somebody has.
console-staff-keys = Açarlar: { $count }
# A bearer token of somebody. Variables: $until – date and time; $used – date and time, or console-token-unused.
console-token = Proqramlar üçün token bu vaxtadək qüvvədədir: { $until }. Son istifadə: { $used }.
console-token-unused = heç vaxt
# Behind it: a list of scopes such as posts:read, or console-token-all.
console-token-for = Nə üçündür:
console-token-all = rolların icazə verdiyi hər şey.
console-token-end = Bu tokeni ləğv et
# Variables: $languages – a list.
console-staff-reads = Oxuyur: { $languages }
console-staff-cases = İşləri: { $cases }
console-staff-all-cases = bütün işlər
console-staff-limit = { $who }: işlərlə məhdudlaşdırmaq
console-staff-limit-how = Heç bir iş seçilməsə, hamısı ilə məşğul olur.
console-staff-limit-do = Məhdudlaşdırılsın
# Heading: colleagues who take over roles when others are gone.
console-succession-title = Təyin olunmuş davamçılar
console-succession-how = İki nəfər əvvəlcədən bir həmkarı təyin edir. Həmin gün bir nəfər ondan işi öz üzərinə götürməyi xahiş edir; hər kəsin etiraz edə biləcəyi 24 saatdan sonra o, bunu burada öz açarı ilə edir.
# Variables: $name – who proposes it; $who – who is to take over; $roles – a list.
console-succession-wants = { $name } təklif edir ki, başqaları olmadıqda işi { $who } davam etdirsin: { $roles }.
# Variables: $who; $roles – a list.
console-succession-stands = Başqaları olmadıqda işi davam etdirəcək şəxs: { $who }, { $roles }.
# Variables: $who; $roles – a list; $from – date and time.
console-succession-called = { $who } işi davam etdirməyə çağırıldı: { $roles }. Bu vaxtdan qüvvədədir: { $from }.
# Variables: $who; $roles – a list; $gone – names of who named them and is not there for it any more; $until – date and time.
console-succession-doubted = Başqaları olmadıqda işi davam etdirəcək şəxs: { $who }, { $roles }. Sözü artıq sayılmayan: { $gone }. Başqaları təsdiqləməsə, bu vaxt qüvvədən düşür: { $until }.
# A button: to put one’s own word in place of one that is gone. Variables: $who.
console-succession-confirm = { $who } üçün təsdiqlə
# A button and the heading of its form.
console-succession-name = Davamçı təyin et
# Label of a choice among colleagues.
console-succession-who = Kim davam etdirir
# A button. Variables: $who.
console-succession-call = { $who } işi öz üzərinə götürsün
# A button for who was asked.
console-succession-take = İşi öz üzərinə götür
console-breaks-title = Bunu artıq heç kim edə bilməyəcək
# A list of console-duty follows. Variables: $who – who would be taken off the staff, or limited to some cases.
console-breaks = { $who } artıq bunun üçün burada olmasa, aşağıdakıları heç kim edə bilməyəcək. Hələ heç nə dəyişməyib.
# A button below it.
console-breaks-despite = Yenə də et
# What a campaign must be able to do. Variables: $what – a language, a case or a person’s name.
console-duty =
    { $duty ->
        [any-post] Hər açıq iş üzrə, istənilən dildə paylaşımlar
        [post] Hər açıq iş üzrə bu dildə paylaşımlar: { $what }
        [any-release] Hər açıq iş üzrə, istənilən dildə mətbuat açıqlamaları
        [release] Hər açıq iş üzrə bu dildə mətbuat açıqlamaları: { $what }
        [facts] Birinin qeyd edib başqasının təsdiqlədiyi iclas və hadisə məlumatları: { $what }
        [lift-pause] Fasilədən sonra paylaşımları yenidən başlatmaq: iki təsdiqləyən
        [stop-alert] İclas bildirişini dayandırmaq: iki nəfər
        [invite] Kimisə dəvət etmək: açarı olan iki administrator
       *[replace-keys] İtirilərsə, açarı olan iki başqa adamla yeni açarlar: { $what }
    }
console-staff-invite = Kimisə dəvət et
console-staff-invite-how = İki administrator lazımdır. İkincisi linki alır və verir.
console-staff-name = Ad, həmkarların gördüyü kimi
console-staff-roles = Rollar
console-staff-languages = Oxuduğu dillər
# Variables: $name – who asks; $who – who is to be invited.
console-staff-wants-invite = { $name } bu şəxsi dəvət etmək istəyir: { $who }.
# Variables: $name – who asks; $who – whose keys are lost.
console-staff-wants-keys = { $name } deyir ki, { $who } bütün açarlarını itirib. Razılaşmazdan əvvəl ona zəng edin. Yeni açarlar bir gün sonra qüvvəyə minir.
# A second person has agreed. Variables: $who; $from – date and time.
console-staff-waits-keys = { $who } üçün yeni açarlar bu vaxtdan qüvvədədir: { $from }.
console-staff-object = Etiraz et
# Variables: $who – of the person.
console-staff-replace = { $who } bütün açarlarını itirib
# Variables: $who – of the person.
console-staff-revoke = { $who } komandadan çıxarılsın
# The link stands below. Variables: $from – from when on it counts, date and time.
console-staff-link = Bu linki əldən verin. Bir dəfə göstərilir, bir dəfə işləyir və bu vaxtdan qüvvədədir: { $from }.
# Who did something that no staff member did.
console-audit-actor =
    { $kind ->
        [subscriber] izləyici
        [job] xidmət
        [operator] kompüterin başındakı idarəçi
        [partner] tərəfdaşın müşahidəçisi
       *[staff] komanda
    }

## The set-up page, for a coordinator who has never seen a terminal

setup-title = Kampaniyanı qurun
setup-intro = Bu, təxminən on beş dəqiqə çəkir. Telefonunuzda Telegram və etibar etdiyiniz ikinci bir şəxs lazımdır. Yazdıqlarınız bu kompüterdə qalır.
setup-choose-language = Bu səhifənin dili
# Variables: $step, $steps – numbers.
setup-step = Addım { NUMBER($step) } / { NUMBER($steps) }
setup-next = Davam et
setup-back = Geri
setup-try-again = Yenidən cəhd et
setup-bot-title = Bot
setup-bot-how = Telegram-da @BotFather ilə çatı açın və /newbot göndərin. O sizdən bir ad və “bot” ilə bitən bir istifadəçi adı soruşur. Cavabında token gəlir: içində iki nöqtə olan rəqəm və hərf sətri. Tokeni bütöv köçürüb buraya yapışdırın.
setup-bot-token-label = BotFather-dən alınan token
setup-bot-token-secret = Bu token kimdədirsə, o, botunuzun adından yaza bilər. Onu heç kimə göndərməyin.
setup-bot-check = Tokeni yoxla
# Variables: $name – the bot's user name with @.
setup-bot-ok = Token işləyir. Botunuz: { $name }.
setup-bot-malformed = Bu, tokenə oxşamır. Tokendə rəqəmlər, sonra iki nöqtə, sonra hərflər və rəqəmlər olur. BotFather-dən bütün sətri köçürün.
setup-bot-wrong = Telegram bu tokeni tanımır. Onu BotFather-dən yenidən köçürün; /mybots onu orada göstərir.
setup-bot-unreachable = Bu kompüterdən Telegram-a qoşulmaq olmur. İnternet bağlantısını yoxlayın, sonra yenidən cəhd edin. Bəzi ölkələrdə Telegram bloklanıb.
setup-bot-has-webhook = Bu botdan artıq başqa xidmət istifadə edir. Yeni bot yaradın və ya əvvəlcə o xidməti dayandırın.
setup-campaign-title = Kampaniya
setup-campaign-name-label = Kampaniyanın adı
setup-campaign-name-hint = İzləyənlər onu ilk mesajda görür.
setup-languages-label = Paylaşım edəcəyiniz dillər
setup-languages-hint = Botun özü hamısında danışır. Mətn yazıb yoxlaya bildiyiniz dilləri seçin.
setup-zone-label = Saat qurşağı
setup-zone-hint = İclasların çoxunun keçirildiyi saat qurşağı. Hər iclasın öz qurşağı ola bilər.
setup-your-name-label = Həmkarlarınızın görəcəyi adınız
setup-your-languages-label = Oxuduğunuz dillər
setup-passphrase-title = Parol ifadəsi
setup-passphrase-why = O, izləyənlərinizin çatlarını şifrələyən açarı kilidləyir. Bu kompüter hər dəfə yenidən işə düşəndə onu yazırsınız. Kompüteri parol ifadəsi olmadan götürən, kimin izlədiyini oxuya bilməz.
setup-passphrase-lost = Onsuz keçmək mümkün deyil: itərsə, izləyənlərin siyahısı da itir. Onu yazın və bu kompüterdən ayrı yerdə saxlayın.
setup-passphrase-label = Parol ifadəsi
setup-passphrase-repeat-label = Parol ifadəsi bir daha
# Variables: $min – the smallest number of characters.
setup-passphrase-too-short =
    { $min ->
        [one] Parol ifadəsində ən azı { $min } simvol olmalıdır. Ardıcıl beş-altı sözü yadda saxlamaq asandır.
       *[other] Parol ifadəsində ən azı { $min } simvol olmalıdır. Ardıcıl beş-altı sözü yadda saxlamaq asandır.
    }
setup-passphrase-differ = İki parol ifadəsi eyni deyil.
setup-test-title = Özünüzə mesaj
setup-test-how = Bu keçidi telefonunuzda açın və “Başlat” (Start) düyməsinə toxunun. Onda bot sizə yazır.
setup-test-link = Botu Telegram-da aç
# Beside a QR code with the same link.
setup-link-scan = Və ya telefonunuzun kamerasını bu kvadrata tutun.
setup-test-waiting = “Başlat” (Start) düyməsinə toxunmağınız gözlənilir.
setup-test-on-its-way = Mesaj yoldadır.
setup-test-sent = Mesaj göndərildi. Onu Telegram-da görürsünüz?
setup-test-failed = Mesajı göndərmək mümkün olmadı. Botda yenidən “Başlat” (Start) düyməsinə toxunun, sonra bir də cəhd edin.
setup-test-again = Yenidən göndər
# The message itself. Variables: $campaign – its name.
setup-test-message = Bu, { $campaign } kampaniyasının sınağıdır. Bot işləyir və bu çat komandadakı hesabınıza bağlanıb.
setup-second-title = İkinci şəxs
setup-second-why = Heç kim tək başına paylaşım etmir: hər mətni onu yazmayan biri təsdiqləməlidir.
setup-second-how = Bu keçidi ikinci şəxsə verin, ən yaxşısı əldən-ələ və ya zənglə. O, keçidi Telegram-da açıb “Başlat” (Start) düyməsinə toxunur. Keçid bir dəfə işləyir.
setup-second-name-label = İkinci şəxsin adı
setup-second-languages-label = Bu şəxsin oxuduğu dillər
setup-second-make = Keçidi yarat
setup-second-link-label = İkinci şəxs üçün keçid
# Beside a QR code with the same link.
setup-second-scan = Bu şəxs yanınızdadırsa, telefonunun kamerası keçidi bu kvadratdan oxuyur.
setup-second-waiting = İkinci şəxs gözlənilir.
setup-second-joined = İkinci şəxs qoşuldu.
setup-second-later = Bunu sonra et
setup-finish = Bitir
setup-done-title = Kampaniya quruldu
setup-done-text = Aşağıda idarəetmə açarınız var. O, yalnız bir dəfə göstərilir: etibarlı yerdə saxlayın.
setup-done-key-label = İdarəetmə açarı
setup-done-next = Sonra: iş əlavə edin, ikinci şəxs onunla razılaşsın, paylaşım yazın və qoy onu təsdiqləsin.
setup-done-alone = İkinci şəxs hələ qoşulmayıb. O qoşulana qədər heç nə paylaşmaq olmaz və əlavə etdiyiniz iş heç kimə göstərilmir.
setup-done-docs = İdarəetməni aç
# Above the bot's address.
setup-done-followers = Kampaniyanı burada izləmək olar:
# Heads the list of what is wrong with a form.
setup-error-title = Bunu yoxlayın
# Variables: $field – the label of the input.
setup-error-required = Bu xananı doldurun: { $field }
setup-error-zone = Belə saat qurşağı tanınmır.
# Of the campaign or of a person. Variables: $max – the most characters.
setup-error-name = Bu addan istifadə etmək olmur. Onu əllə, hərf və ya rəqəmlərlə yazın, ən çoxu { NUMBER($max) } simvol.
setup-error-languages = Ən azı bir dil seçin.
# Variables: $folder – its path.
setup-error-folder = Açarları { $folder } qovluğuna yazmaq olmur. Bu kompüterə baxan şəxs xidmətə ora yazmağa icazə verməlidir.
setup-error-start = Xidməti işə salmaq mümkün olmadı. Yenidən cəhd edin; yenə alınmasa, səbəbi onun işlədiyi pəncərədə yazılıb.
setup-error-link = Bu keçid istifadə olunub və ya vaxtı keçib. Xidməti yenidən başladın; o, yeni keçid verir.
setup-error-ours = Bu kompüterdə xəta baş verdi, heç nə dəyişmədi. Yenidən cəhd edin.

## The page on which the passphrase is entered after a restart

unlock-title = Xidmət kilidlidir
unlock-text = Xidmət yenidən işə salınıb. Parol ifadəsi yazılana qədər heç nə göndərmir. Bota yazılanlar Telegram-da gözləyir, ən çoxu 24 saat.
unlock-button = Kilidi aç
unlock-wrong = Bu parol ifadəsi düzgün deyil.
unlock-done = Kilid açıldı. Mesajlar yenidən göndərilir.
