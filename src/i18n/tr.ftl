### bray: native-checked = no
### Turkish. Keys and variables are those of en.ftl; how to change a text stands at the head of
### scripts/messages.ts.
###
### Tone: the fact first, then the source, then what one can do. Plain and warm. No exclamation marks, no
### emoji. "Accused of", never "criminal". Never promise safety, never urge anybody to attend a hearing.
### Plain text only: bold and links are added by the program.

## Start

# The first thing a new follower reads.
# Variables: $campaign – the campaign's name.
start-welcome =
    Bu, { $campaign } kampanyasının botu. Söyledikleri yüzünden yargılanan insanlarla ilgili haber verir: başlarına ne geldiğini, mahkemenin ne zaman toplandığını ve bir duruşmayı ne zaman değiştirdiğini.

    Hakkınızda saklananlar: bu sohbetin şifrelenmiş numarası, diliniz ve takip ettiğiniz davalar. Adınız ve yazdıklarınız saklanmaz. Telegram bu botu kullandığınızı bilir.

    /cases davaları gösterir. /help başka neler yapabileceğinizi gösterir.
# For somebody who comes back and still follows cases.
# Variables: $count – how many cases they follow.
start-returning =
    { $count ->
        [one] Yeniden hoş geldiniz. { $count } davayı takip ediyorsunuz. /hearings sıradaki duruşmaları gösterir.
       *[other] Yeniden hoş geldiniz. { $count } davayı takip ediyorsunuz. /hearings sıradaki duruşmaları gösterir.
    }
# For somebody whose messages had stopped (they had blocked the bot) and who is reachable again.
start-reachable-again = Mesajlar yeniden buraya geliyor. /cases davaları gösterir, /stop bütün mesajları durdurur.
# Below the welcome. Variables: $places – a list of names in Telegram, such as “@reserve_bot”.
start-reserve = Bu bot bir gün susarsa bizi burada bulabilirsiniz: { $places }
# The link that was opened names a case that does not exist or is no longer shown.
start-unknown-case = Bu bağlantı burada bulunmayan bir davaya gidiyor. Takip edebileceğiniz davalar şunlar:
start-choose-language = Bot size hangi dilde yazsın?

# On the bot's page in Telegram, before somebody taps “Start” (at most 512 characters). Variables: $campaign.
bot-description = { $campaign } kampanyasından, söyledikleri yüzünden yargılanan insanlarla ilgili haberler: başlarına ne geldiği, mahkemenin ne zaman toplandığı, bir duruşmanın ne zaman değiştiği. Telegram bu botu kullandığınızı bilir.
# On the bot's profile (at most 120 characters).
bot-short-description = Söyledikleri yüzünden yargılanan insanlar: davaları ve duruşmaları.

## Languages

# Sent in the new language after it was chosen.
language-set = Bundan sonra bot size Türkçe yazıyor.
language-prompt = Bot size Türkçe yazıyor. Hangi dili istersiniz?
# Shown above a text that does not exist in the reader's language (this one).
# Variables: $language – the language the text is in, a language code.
language-fallback =
    { $language ->
        [az] Bu metin Azerbaycanca; henüz Türkçe çevirisi yok.
        [en] Bu metin İngilizce; henüz Türkçe çevirisi yok.
        [ru] Bu metin Rusça; henüz Türkçe çevirisi yok.
        [tr] Bu metin Türkçe.
        [fa] Bu metin Farsça; henüz Türkçe çevirisi yok.
        [fr] Bu metin Fransızca; henüz Türkçe çevirisi yok.
       *[de] Bu metin Almanca; henüz Türkçe çevirisi yok.
    }
# The name of a language, inside a sentence or a list.
# Variables: $language – a language code.
language-name =
    { $language ->
        [az] Azerbaycanca
        [en] İngilizce
        [ru] Rusça
        [tr] Türkçe
        [fa] Farsça
        [fr] Fransızca
       *[de] Almanca
    }

## Commands, as Telegram's menu lists them (at most 256 characters each)

command-start = Başla ya da dil seç
command-cases = Bütün davalar; birini takip et ya da takibi bırak
command-hearings = Sıradaki duruşmalar
command-language = Dili değiştir
command-discreet = İsimsiz mesajlar: başkalarının bakabileceği bir telefon için
command-quiet = Bekleyebilecek mesajların gelmediği saatler
command-digest = Takip ettiğiniz davaların haftalık özeti
command-alerts = Duruşma hatırlatmaları ve önce kime haber verildiği
command-privacy = Hakkınızda ne saklanır, ne saklanmaz
command-stop = Bütün mesajları durdur
command-forget = Bu sohbetle ilgili saklanan her şeyi sil
command-help = Bu bot neler yapar
# In groups and channels, for their admins.
command-follow = Bu grupta bir davayı takip et
command-unfollow = Bu grupta bir davanın takibini bırak

## Buttons

button-next = Sonraki
button-previous = Önceki
button-back = Geri
button-cancel = Vazgeç
button-follow = Takip et
button-unfollow = Takibi bırak
button-hearings = Duruşmalar
button-next-hearing = Sıradaki duruşma
button-case = Dava
button-open-in-bot = Botta aç
button-calendar = Takvime ekle
button-map = Harita
button-attend = Duruşmada olacağım
button-timeline = Olayların sırası
button-share = Paylaş
# Under an alert or a post: no more messages about this case.
button-stop-case = Bu davayı durdur
# Under an alert or a post: no more messages at all.
button-stop-all = Hepsini durdur
button-discreet-on = Aç
button-discreet-off = Kapat
# What a follower may choose as quiet hours, beside hours of their own.
button-quiet-campaign = Kampanyadaki gibi
button-quiet-off = Sessiz saat olmasın
button-digest-off = Özet istemiyorum
button-digest-stop = Artık özet gönderme
# What a follower may choose about reminders, beside lead times like “7 days” or “3 hours”.
button-alerts-changes = Yalnızca değişiklikler
button-tell-first = Önce bana haber ver
button-standing =
    { $standing ->
        [observer] Duruşmaları gözlemliyorum
        [lawyer] Hukukçuyum
       *[press] Basındanım
    }
# A lead time, in a list and on a button, beside “1 day” and “3 hours”.
lead-time-morning = O günün sabahı
# Under the neutral notice of discreet mode.
button-show = Göster
button-show-picture = Resmi göster
button-delete-now = Şimdi sil
button-forget = Her şeyi sil
# For staff, under a text that waits for their decision.
button-approve = Onayla
button-reject = Reddet
# For staff, under a request that waits for a second person.
button-agree = Kabul ediyorum

## Small parts

# Under a long list. Variables: $page, $pages – numbers, from 1.
page-of = Sayfa { NUMBER($page) } / { NUMBER($pages) }
# A fact nobody knows yet, in the place of its value.
value-unknown = henüz bilinmiyor
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
format-hearing-time-unknown = { $date }, saati henüz bilinmiyor ({ $city })
# Any other moment. Variables: $date, $time; $place – like "Baku, UTC+4".
format-instant = { $date }, { $time } ({ $place })
# Whose clock it is. Variables: $city; $offset – like "UTC+4".
format-place = { $city }, { $offset }
# Variables: $date, $time.
format-date-and-time = { $date }, { $time }

## Cases

cases-title = Davalar
cases-empty = Burada henüz bir dava yok. Kampanya bir dava eklediğinde /cases onu gösterecek.
# The heading of a case. Variables: $name – of the case; $country.
case-title = { $name } ({ $country })
# Variables: $count – how many persons; $names – a list of them.
case-persons =
    { $count ->
        [one] Kişi: { $names }
       *[other] Kişiler: { $names }
    }
# Stands on every case that is not real.
case-fictional = Bu dava kurmacadır, denemek içindir.
# Variables: $when – date and time of the next hearing.
case-next-hearing = Sıradaki duruşma: { $when }
case-no-hearing = Şu anda bilinen bir duruşma yok.
case-followed = Artık bu davayı takip ediyorsunuz. Bir duruşma belirlendiğinde, değiştiğinde ya da iptal edildiğinde size haber verilecek. /hearings sıradaki duruşmaları gösterir.
case-unfollowed = Bu davayı artık takip etmiyorsunuz. Onunla ilgili size başka bir şey gönderilmeyecek.
case-already-followed = Bu davayı zaten takip ediyorsunuz.
case-closed = Bu dava kapandı. Yeni bir gelişme beklenmiyor; yine de okuyabilirsiniz.
case-gone = Bu dava artık burada gösterilmiyor. /cases ötekileri gösterir.
# After “/follow” or “/unfollow” with a short name that no case has.
case-unknown = Bu kısa adda bir dava yok.
unfollow-choose-case = Hangi davayı takip etmeyi bırakmak istiyorsunuz?
# The heading of what happened so far in a case.
case-timeline-title = Şimdiye kadar olanlar
case-timeline-empty = Henüz bir şey kaydedilmedi.
case-statement = Kamuoyu açıklaması: { $who }
# Text to pass on with the link to a case. Variables: $name – of the case.
case-share = { $name }: dava ve mahkemenin ne zaman toplandığı

## Hearings

hearings-title = Sıradaki duruşmalar
hearings-follow-nothing = Henüz hiçbir davayı takip etmiyorsunuz. /cases davaları gösterir; birinin altında “Takip et” düğmesine dokunun, duruşmaları burada görünsün.
hearings-none-known = Takip ettiğiniz davalarda bilinen bir duruşma yok. Belirlendiğinde size haber verilecek.
hearing-gone = Bu duruşma artık burada gösterilmiyor. /hearings sıradaki duruşmaları gösterir.
calendar-no-date = Bu duruşmanın takvimde gösterilebilecek bir tarihi yok. /hearings sıradaki duruşmaları gösterir.
calendar-file = Duruşmayı takviminize eklemek için bu dosyayı açın. Mahkeme duruşmanın zamanını değiştirirse takvim bunu öğrenmez; bu bot size haber verir.
attend-count =
    { $count ->
        [one] { $count } kişi duruşmada olacağını söyledi.
       *[other] { $count } kişi duruşmada olacağını söyledi.
    }
attend-note = “Duruşmada olacağım” yalnızca sayılır, kim olduğunuzu kimseye göstermez. Sayı { NUMBER($from) } kişiden itibaren gösterilir ve o günden sonra silinir. Telegram düğmeye dokunduğunuzu görür.
attend-off = Kampanya duruşmada kimin olacağını saymıyor.
attend-over = Bu duruşma için artık söylenemez: duruşma geçti, başka güne alındı, iptal edildi ya da izleyiciye kapalı.
hearing-kind =
    { $kind ->
        [detention] Tutukluluk duruşması
        [preliminary] Ön duruşma
        [trial] Duruşma
        [verdict] Karar duruşması
        [appeal] İstinaf duruşması
        [parole] Koşullu salıverilme duruşması
       *[other] Mahkeme oturumu
    }
hearing-on-day = { $kind }, { $day }
hearing-status =
    { $status ->
        [scheduled] Tarihi belli
        [postponed] Ertelendi
        [cancelled] İptal edildi
       *[held] Yapıldı
    }
# Variables: $names – the persons before the court.
hearing-who = Mahkeme önünde: { $names }
hearing-when = Zaman: { $when }
hearing-court = Mahkeme: { $court }
hearing-room = Salon: { $room }
hearing-room-unknown = Salon: henüz bilinmiyor
hearing-judge = Hâkim: { $judge }
hearing-openness =
    { $openness ->
        [open] Duruşma halka açık
        [closed] Duruşma kapalı
       *[unknown] Halka açık olup olmadığı bilinmiyor
    }
# The same in one word, where old and new value stand side by side.
openness-word =
    { $openness ->
        [open] açık
        [closed] kapalı
       *[unknown] bilinmiyor
    }
# Variables: $count – how many sources; $sources – a list of them.
hearing-sources =
    { $count ->
        [one] Kaynak: { $sources }
       *[other] Kaynaklar: { $sources }
    }
# Variables: $date – when the campaign last checked.
hearing-checked = Tarihler sık sık değişir. Son kontrol: { $date }.
# Above the lines in which sources say different things.
hearing-sources-disagree = Kaynaklar farklı söylüyor:
# Variables: $source; $value – what it says.
hearing-source-says = { $source } kaynağına göre: { $value }
hearing-source-says-of = { $field }: { $source } kaynağına göre: { $value }
card-quote = “{ $words }”
hearing-outcome = Sonuç: { $outcome }
# What was decided on one charge. Variables: $person; $charge – the charge; $ruling – see “ruling”.
hearing-decided = { $person }, “{ $charge }”: { $ruling }
# The same with what was imposed. Variables: $penalty – see “penalty-size”.
hearing-decided-penalty = { $person }, “{ $charge }”: { $ruling } ({ $penalty })
# What a court decided on a charge, in a few words. “See below”: the line that follows says it.
ruling =
    { $ruling ->
        [convicted] suçlu bulundu
        [acquitted] beraat etti
        [dropped] suçlama düştü
        [upheld] önceki karar onandı
        [overturned] önceki karar bozuldu
        [changed] ceza değiştirildi
        [returned] yeniden karar verilmek üzere geri gönderildi
        [detained] tutuklanmasına karar verildi
        [released] serbest bırakıldı
       *[other] aşağıya bakın
    }
# What was imposed.
penalty =
    { $kind ->
        [prison] hapis
        [suspended] ertelenmiş ceza
        [house_arrest] ev hapsi
        [detention] tutukluluk
        [community_service] kamu hizmeti
       *[fine] para cezası
    }
# Variables: $penalty – see “penalty”; $size – how long, such as “2 years, 6 months”, or how much money.
penalty-size = { $penalty }: { $size }

## Alerts: a title, then lines about the hearing, then the footer

# Variables: $case – its name.
alert-announced-title = Yeni duruşma: “{ $case }” davası
alert-reminder-tomorrow-title = Yarın duruşma var: “{ $case }” davası
# Sent on the morning of the day.
alert-reminder-today-title = Bugün duruşma var: “{ $case }” davası
# Variables: $days – 2 or more.
alert-reminder-days-title =
    { $days ->
        [one] { $days } gün sonra duruşma var: “{ $case }” davası
       *[other] { $days } gün sonra duruşma var: “{ $case }” davası
    }
alert-reminder-hours-title =
    { $hours ->
        [one] { $hours } saat sonra duruşma var: “{ $case }” davası
       *[other] { $hours } saat sonra duruşma var: “{ $case }” davası
    }
alert-changed-title = Değişiklik: “{ $case }” davasında duruşma
# The hearing is at a later time or on a later day than before. Variables: $case – its name.
alert-moved-later-title = Daha geç bir zamana alındı: “{ $case }” davasında duruşma
# The title when a hearing is moved to an earlier time: louder than the others, since whoever relies on the old
# time misses the hearing. The times come first, for the preview on a locked screen.
# Variables: $from, $to – times on the same day; $case – its name; $date.
alert-moved-earlier = DAHA ERKEN: { $from } değil, { $to }. “{ $case }” davasındaki duruşma daha erken bir saate alındı. Gün: { $date }.
# The same when the day changes too. Variables: $from, $to – date and time; $case.
alert-moved-earlier-day = DAHA ERKEN: “{ $case }” davasındaki duruşma daha erken bir güne alındı. Şimdi: { $to }. Önce: { $from }.
# One line per changed fact. Variables: $field – its name (see field-name); $from, $to – its old and new value.
alert-change-line = { $field }: önce { $from }, şimdi { $to }
field-name =
    { $field ->
        [status] Durum
        [localDate] Tarih
        [localTime] Saat
        [zone] Saat dilimi
        [kind] Duruşmanın türü
        [court] Mahkeme
        [room] Salon
        [openness] Açık ya da kapalı
        [judge] Hâkim
        [outcome] Sonuç
        [charge] Suçlama
        [sources] Kaynaklar
       *[checkedOn] Son kontrol
    }
alert-postponed-title = Ertelendi: “{ $case }” davasında duruşma
# Variables: $when – the new date and time.
alert-postponed-to = Yeni tarih: { $when }
alert-postponed-no-date = Yeni tarih henüz bilinmiyor. Belli olduğunda size haber verilecek.
# Variables: $when – when it would have been.
alert-no-longer-at = Duruşma şu tarihte yapılmayacak: { $when }
alert-cancelled-title = İptal edildi: “{ $case }” davasında duruşma
alert-outcome-title = Sonuç: “{ $case }” davasında duruşma
alert-outcome-taken-back = Sonuç konusunda yanıldık. Duruşmanın nasıl sonuçlandığı bilinmiyor.
# It was held, and goes on another day. Variables: $case – its name.
alert-adjourned-title = Ertelendi: “{ $case }” davasında duruşma
# The heading above the next hearing.
alert-adjourned = Devamı:
# The day after a hearing of which nothing new is known. Variables: $case – its name.
alert-no-outcome-title = Henüz haber yok: “{ $case }” davasında duruşma
# Variables: $when – when it was to be.
alert-no-outcome = Duruşma şu tarihte yapılacaktı: { $when }. Sonucu henüz bilinmiyor.
alert-no-next-date = Sonraki tarih bilinmiyor.
# Variables: $when – the moment at which the message was due.
alert-late = Gecikti: bu mesajın size şu tarihte ulaşması gerekiyordu: { $when }.
# The same, where the moment is no longer known.
alert-late-sent = Gecikti: bu mesaj size daha önce ulaşmalıydı.
alert-repeat = Tekrar: bunu daha önce almış olabilirsiniz.
alert-unconfirmed = İkinci bir kişi bunu henüz doğrulamadı.
# A move that was told before a second person had confirmed it, now confirmed. Variables: $case – its name.
alert-confirmed-title = Doğrulandı: “{ $case }” davasında duruşma
# What was told turned out to be wrong. Variables: $case – its name.
alert-corrected-title = Düzeltme: “{ $case }” davasında duruşma
# Variables: $when – the date and time that were told.
alert-wrong-move = Yanıldık: duruşma şu zamana alınmadı: { $when }.
# Variables: $when – date and time.
alert-correct-when = Doğrusu: { $when }
# Below “Not yet confirmed by a second person”. Variables: $when – the date and time that two people have confirmed.
alert-confirmed-so-far = Şimdiye kadar doğrulanan: { $when }
# In a reminder, beside the confirmed time. Variables: $when – date and time.
alert-reported-move = Bildirildi, ikinci bir kişi henüz doğrulamadı; yeni zaman: { $when }
# At the foot of every alert.
alert-decide-yourself = Gidip gitmeyeceğinize kendiniz karar verin. Polis duruşmalarda insanları gözaltına aldı.

## Incidents

incident-title =
    { $kind ->
        [arrest] Gözaltı: “{ $case }”
        [search] Arama: “{ $case }”
        [attack] Saldırı: “{ $case }”
        [transfer] Başka yere nakil: “{ $case }”
        [health] Sağlık durumu: “{ $case }”
        [demolition] Yıkım: “{ $case }”
       *[release] Serbest bırakılma: “{ $case }”
    }
incident-kind =
    { $kind ->
        [arrest] Ne oldu: gözaltı
        [search] Ne oldu: arama
        [attack] Ne oldu: saldırı
        [transfer] Ne oldu: başka yere nakil
        [health] Konu: sağlık durumu
        [demolition] Ne oldu: yıkım
       *[release] Ne oldu: serbest bırakılma
    }
incident-more-title = Yeni bilgi: “{ $case }”
incident-correction-title = Düzeltme: “{ $case }”
incident-wrong = Yanılmıştık: { $told }
incident-correct = Doğrusu: { $fact }
incident-not-repeated = Bu konuda söylediklerimizin bir kısmı yanlıştı ya da söylenmemeliydi. Burada tekrarlanmıyor.
incident-did-not-happen = şu an bildiğimiz kadarıyla bu yaşanmadı.
incident-confirmed = Bu, sonradan doğrulandı.
incident-reported = Bildiren: { $sources }. Henüz daha fazlasını bilmiyoruz.
incident-alleged = İddia ediliyor, doğrulanmadı. Kaynak: { $sources }
incident-who = Kim: { $names }
incident-when = Ne zaman: { $when }
incident-where = Nerede: { $place }
person-role =
    { $role ->
        [minor] reşit olmayan bir kişi
        [witness] bir tanık
       *[victim] bir mağdur
    }
person-roles =
    { $role ->
        [minor] reşit olmayanlar: { NUMBER($count) }
        [witness] tanıklar: { NUMBER($count) }
       *[victim] mağdurlar: { NUMBER($count) }
    }
disclosure-word =
    { $disclosure ->
        [health] sağlık durumu
       *[torture] işkence
    }

## Posts

# Under a post: the case it is about. Variables: $case – its name.
post-case-line = İlgili dava: { $case }

## Stop

stop-done = Durduruldu. Size başka bir şey gönderilmeyecek. Dil seçiminiz kalır; böylece /start ile geri dönebilirsiniz. /forget onu da siler.
stop-nothing = Hiçbir davayı takip etmiyorsunuz, bu yüzden size bir şey gönderilmiyor. /cases davaları gösterir.
stop-cancelled = Hiçbir şey değişmedi.

## Forget

forget-confirm =
    Bu sohbetle ilgili saklanan her şey silinsin mi: takip ettiğiniz davalar, diliniz, gizli mod, sessiz saatler ve size ulaşmak üzere olan mesajlar?

    Bu hemen geçerli olur ve geri alınamaz.
forget-done = Silindi:
# The lines under “Erased:”. Variables: $count.
forget-done-follows =
    { $count ->
        [one] takip ettiğiniz { $count } dava
       *[other] takip ettiğiniz { $count } dava
    }
forget-done-chat = bu sohbetin şifrelenmiş numarası
forget-done-language = diliniz
forget-done-discreet = gizli mod ayarı
forget-done-quiet = sessiz saatleriniz
forget-done-digest = haftalık özet tercihiniz
forget-done-attendance =
    { $count ->
        [one] { $count } duruşmada olacağınıza dair sözünüz
       *[other] { $count } duruşmada olacağınıza dair sözünüz
    }
forget-done-alerts = hatırlatma seçiminiz ve size önce haber verilip verilmediği
forget-done-staff = bu sohbetin ekipteki hesabınızla bağı
forget-done-pending =
    { $count ->
        [one] yolda olan { $count } mesaj
       *[other] yolda olan { $count } mesaj
    }
forget-done-deleted =
    { $count ->
        [one] bu sohbetteki { $count } mesaj
       *[other] bu sohbetteki { $count } mesaj
    }
forget-remains = Daha eski mesajlar bu telefonda kalır. Bu sohbeti kendiniz silin. Telegram bu botu kullandığınızı bilmeye devam eder.
forget-nothing = Bu sohbetle ilgili bir şey saklanmıyordu.

## Privacy

privacy-title = Hakkınızda ne saklanıyor
privacy-stored = Saklanan: bu sohbetin şifrelenmiş numarası; diliniz; takip ettiğiniz davalar; gizli modun açık olup olmadığı; sessiz saatleriniz; haftalık özeti ne zaman aldığınız, alıyorsanız; seçtiğiniz hatırlatmalar; size önce haber verilip verilmediği ve belirttiyseniz hangi sıfatla. Gizli modda ayrıca hangi mesajların silineceği, şifreli olarak ve en fazla iki gün.
privacy-attendance = “Duruşmada olacağım” düğmesine dokunursanız: yalnızca sayılan, her duruşma için ayrı, o günden sonra silinen bir işaret.
privacy-not-stored = Saklanmayan: adınız, kullanıcı adınız, telefon numaranız, yazdıklarınız. Yazdığınız, size yanıt vermek için bir kez okunur ve sonra silinir.
privacy-how-long = Ne kadar süre: siz silene kadar. /forget hemen siler.
privacy-staff = Kampanya ekibi bir davayı kaç kişinin takip ettiğini görür, kimlerin takip ettiğini görmez. Sohbetiniz hiçbir ekranda ve hiçbir dökümde yer almaz.
privacy-telegram = Telegram bu botu kullandığınızı bilir ve bu sohbetteki mesajları saklar. Telefonunuzu açan kişi onları okuyabilir. Bunu değiştiremeyiz.
privacy-groups = Bir grupta botun yazdıklarını bütün üyeler görür.

## Discreet mode

discreet-explain =
    Gizli mod, başkalarının bakabileceği bir telefon içindir. Mesajlarda yalnızca “Güncelleme var” yazar; adlar ve mahkeme görünmez. Okumak için dokunursunuz; metin okunduktan sonra, en geç iki gün dolmadan silinir.

    Metni gizler, bu botu kullandığınızı gizlemez: bunu Telegram ve bu sohbeti açan herkes görebilir.
discreet-state =
    { $state ->
        [on] Gizli mod açık.
       *[off] Gizli mod kapalı.
    }
discreet-turned-on = Gizli mod açıldı. Daha önce gelen mesajlar burada kalır: gerekiyorsa onları kendiniz silin.
discreet-turned-off = Gizli mod kapatıldı. Mesajlar yeniden tam metinle geliyor.
# The whole message in discreet mode: it must tell a stranger nothing.
discreet-notice = Güncelleme var
# Under the text once shown. Variables: $when – the moment of deletion.
discreet-deletes-at = Bu mesaj “Şimdi sil” düğmesine dokunduğunuzda silinir, en geç: { $when }.
discreet-deleted = Silindi.
discreet-gone = Bu güncelleme artık yok. /hearings sıradaki duruşmaları gösterir.

## Quiet hours

quiet-explain =
    Sessiz saatlerde bot, bu saatlerin sonuna kadar bekleyebilecek hiçbir şey göndermez. Bir gün ya da daha az kalan ve öne alınan duruşmalarla ilgili mesajlar her saatte gelir; gözaltı, arama, saldırı ya da yıkım haberi de olduğu gün böyle gelir.

    Saatler, davanın görüldüğü yerin saatine göredir: bot nerede olduğunuzu bilmez.
# Variables: $hours – a span, as in quiet-span.
quiet-state-own = Sessiz saatleriniz: { $hours }
quiet-state-off = Sessiz saatleriniz yok: mesajlar her saatte gelir.
quiet-state-campaign = Sizin için kampanyanın sessiz saatleri geçerli: { $hours }
quiet-state-campaign-none = Sizin için kampanyanın ayarı geçerli; kampanyanın sessiz saatleri yok.
quiet-set = Bu, bundan sonra gönderilecekler için geçerlidir. Şimdiden bekleyen mesajlar kendi zamanında gelir.
# Hours of the clock, also on a button. Variables: $from, $to – times.
quiet-span = { $from }–{ $to }

## Reminders, and who is told first

alerts-explain = Bir duruşma belirlendiğinde, tarihi değiştiğinde ya da iptal edildiğinde size her durumda haber verilir. Burada duruşmanın size ne kadar önce hatırlatılacağını ve diğer takipçilerden önce haber alıp almayacağınızı seçersiniz.
# Variables: $times – a list of lead times, such as “7 days, 3 hours”.
alerts-state-campaign = Duruşmadan önceki hatırlatmalar, kampanyadaki gibi: { $times }
alerts-state-campaign-none = Hatırlatmalar: kampanyadaki gibi; kampanya hatırlatma göndermiyor.
# Variables: $times – as above.
alerts-state-own = Duruşmadan önceki hatırlatmalar, sizin seçtiğiniz gibi: { $times }
alerts-state-changes = Hatırlatma yok: yalnızca değişiklikler size bildirilir.
alerts-state-first = Diğer takipçilerden önce haber alırsınız.
alerts-state-not-first = Diğer takipçilerle birlikte haber alırsınız.
alerts-state-standing =
    { $standing ->
        [observer] Duruşma gözlemcisi olarak takipçilerden önce haber alırsınız.
        [lawyer] Hukukçu olarak takipçilerden önce haber alırsınız.
       *[press] Basın mensubu olarak takipçilerden önce haber alırsınız.
    }
alerts-set = Kaydedildi. Bu, bundan sonra zamanı gelenler için geçerlidir.

## The weekly summary

digest-explain = Bot haftada bir kez, takip ettiğiniz bütün davalar hakkında tek bir mesaj gönderebilir: neler oldu, sırada ne var. Diğer mesajların yerine değil, onlara ek olarak gelir. Saat kampanyanın saatine göredir, sessiz saatleriniz geçerlidir.
digest-state-off = Haftalık özet almıyorsunuz.
digest-state-on = Her hafta özet alıyorsunuz: { $when }
digest-slot = { $weekday }, { $time }
digest-title = Takip ettiğiniz davalarda geçen hafta
digest-incident = { $what } ({ $date })
digest-hearing = { $kind }, { $when }: { $status }
digest-hearing-new = Yeni belirlendi: { $kind }, { $when }
digest-hearing-changed = Değişti: { $kind }, artık { $when }
digest-next = Sırada: { $kind }, { $when }
digest-posts =
    { $count ->
        [one] { $count } metin yayımlandı.
       *[other] { $count } metin yayımlandı.
    }
digest-incidents =
    { $count ->
        [one] { $count } olayda yenilik var.
       *[other] { $count } olayda yenilik var.
    }
digest-hearings =
    { $count ->
        [one] { $count } duruşmada yenilik var.
       *[other] { $count } duruşmada yenilik var.
    }
digest-ahead =
    { $count ->
        [one] Sırada: { $count } duruşma.
       *[other] Sırada: { $count } duruşma.
    }
digest-more =
    { $count ->
        [one] { $count } davada daha yenilik var: /cases gösterir.
       *[other] { $count } davada daha yenilik var: /cases gösterir.
    }

## Help and things that go wrong

help-text =
    Bu bot, söyledikleri yüzünden yargılanan insanlarla ilgili haber verir.

    /cases – davalar; birini takip etmek ya da takibi bırakmak
    /hearings – sıradaki duruşmalar
    /language – dili değiştirmek
    /discreet – isimsiz mesajlar, başkalarının bakabileceği bir telefon için
    /quiet – bekleyebilecek mesajların gelmediği saatler
    /digest – haftada bir özet
    /alerts – duruşmaların size ne zaman hatırlatıldığı
    /privacy – hakkınızda ne saklandığı
    /stop – bütün mesajları durdurmak
    /forget – bu sohbetle ilgili saklanan her şeyi silmek
# Below the list of commands, where the campaign has it switched on. Variables: $bot – “@” and the bot’s name.
help-inline = Başka bir sohbette { $bot } ve davanın adını yazarak davanın kartını orada paylaşabilirsiniz.
help-unknown-input = Bot yalnızca komutları ve düğmeleri anlar; buraya yazdıklarınızı kimse okumuyor. /help botun neler yaptığını gösterir.
help-unknown-command = Bot bu komutu tanımıyor. /help tanıdığı komutları gösterir.
# Variables: $limit – how many characters are allowed.
help-text-too-long =
    { $limit ->
        [one] Bu metin çok uzun: en fazla { $limit } karakter olabilir. Buraya yazdıklarınızı kimse okumuyor; /help botun neler yaptığını gösterir.
       *[other] Bu metin çok uzun: en fazla { $limit } karakter olabilir. Buraya yazdıklarınızı kimse okumuyor; /help botun neler yaptığını gösterir.
    }
# Shown briefly when a button of an old message is tapped.
button-outdated = Bu düğme eski bir mesaja ait ve artık geçerli değil. /cases şimdiki durumu gösterir.
error-ours = Bizim tarafımızda bir hata oldu. Hiçbir şey kaybolmadı: bot kendiliğinden yeniden deniyor.
# After several tries.
error-given-up = İstediğiniz bir şey yapılamadı; hata bizim tarafımızdaydı. Lütfen yeniden isteyin.
private-only = Bu yalnızca botla özel sohbette çalışır.

## Groups and channels

# Variables of the texts below: $chat – where it is written.
group-off =
    { $chat ->
        [group] Kampanya, gruplarda dava takibini kapattı; çünkü bu, kimin gruba ait olduğunu gösterir. Botla özel sohbette takip edebilirsiniz.
       *[channel] Kampanya, kanallarda dava takibini kapattı; çünkü bu, kimin kanala ait olduğunu gösterir. Botla özel sohbette takip edebilirsiniz.
    }
group-admins-only =
    { $chat ->
        [group] Bunu yalnızca bu grubun yöneticileri yapabilir.
       *[channel] Bunu yalnızca bu kanalın yöneticileri yapabilir.
    }
group-warning =
    { $chat ->
        [group] Bu grubun bütün üyeleri ve bir üyenin telefonunu açan herkes, grubun bu davayı takip ettiğini görebilir.
       *[channel] Bu kanalı okuyan herkes, kanalın bu davayı takip ettiğini görebilir.
    }
group-choose-case =
    { $chat ->
        [group] Bu grup hangi davayı takip etsin?
       *[channel] Bu kanal hangi davayı takip etsin?
    }
group-choose-case-to-unfollow =
    { $chat ->
        [group] Bu grup hangi davanın takibini bıraksın?
       *[channel] Bu kanal hangi davanın takibini bıraksın?
    }
# When the bot is added. Variables: $campaign – the campaign's name.
group-welcome =
    { $chat ->
        [group] Bu, { $campaign } kampanyasının botu. Yöneticiler bu grubun hangi davayı takip edeceğini /follow ile seçebilir. Bunu bütün üyeler görür.
       *[channel] Bu, { $campaign } kampanyasının botu. Yöneticiler bu kanalın hangi davayı takip edeceğini /follow ile seçebilir. Bunu bütün okurlar görür.
    }
# Variables: $case – its name.
group-followed =
    { $chat ->
        [group] Bu grubun artık takip ettiği dava: { $case }
       *[channel] Bu kanalın artık takip ettiği dava: { $case }
    }
group-unfollowed =
    { $chat ->
        [group] Bu grubun artık takip etmediği dava: { $case }
       *[channel] Bu kanalın artık takip etmediği dava: { $case }
    }
group-follows-nothing =
    { $chat ->
        [group] Bu grup hiçbir davayı takip etmiyor.
       *[channel] Bu kanal hiçbir davayı takip etmiyor.
    }
group-stopped =
    { $chat ->
        [group] Bu grup artık hiçbir davayı takip etmiyor. Buraya başka bir şey gönderilmeyecek.
       *[channel] Bu kanal artık hiçbir davayı takip etmiyor. Buraya başka bir şey gönderilmeyecek.
    }
# What the bot can do where several people read.
group-help =
    { $chat ->
        [group] Bu bot, bir davada duruşma olduğunda ve duruşmanın saati değiştiğinde buraya yazabilir. Bu grubun yöneticileri için: /follow bir dava seçer, /unfollow onu bırakır, /stop hepsini durdurur. Grubun hangi davaları takip ettiğini buradaki herkes görebilir.
       *[channel] Bu bot, bir davada duruşma olduğunda ve duruşmanın saati değiştiğinde buraya yazabilir. Bu kanalın yöneticileri için: /follow bir dava seçer, /unfollow onu bırakır, /stop hepsini durdurur. Kanalın hangi davaları takip ettiğini her okur görebilir.
    }

## Staff, in their private chat with the bot

staff-linked = Bu sohbet ekipteki hesabınıza bağlandı. Onayınızı bekleyen metinler buraya gelir.
staff-code-wrong = Bu kod doğru değil. Koordinatörden yenisini isteyin.
staff-code-used = Bu kod kullanılmış ya da süresi dolmuş. Koordinatörden yenisini isteyin.
staff-post-again = Bu metnin onayı artık geçerli değil: onayı veren kişi ayrıldı ya da onayın kapsadığı bir şey değişti. Bir kısmı çıktı; biri yeniden onaylayana kadar kalanı çıkmaz.
# Variables: $case – its name; $language – name of the language.
staff-approval-title = Onay için: “{ $case }” davasıyla ilgili gönderi, dili: { $language }
# Variables: $author – who wrote the text; $editor – who changed it last.
staff-approval-author = Yazan: { $author }; son değiştiren: { $editor }
# The text itself follows after this line.
staff-approval-text-follows = Metin, yayımlanacağı haliyle:
staff-approval-undescribed = Resimde ne olduğunu kimse yazmadı: metin acil olarak teslim edildi. Resmi göremeyen, onun hakkında hiçbir şey öğrenmez.
# Variables: $alt – what the picture shows.
staff-approval-picture = Metinle birlikte yayımlanacak resim. Onu göremeyenler için açıklaması: { $alt }
# When the post may go out. Variables: $from, $to – date and time.
staff-window-between = En erken { $from }, en geç { $to } yayımlanır.
staff-window-from = En erken { $from } yayımlanır.
staff-window-until = Onaylandığında yayımlanır, en geç { $to }.
staff-window-at-once = Onaylanır onaylanmaz yayımlanır.
staff-approval-accounts = Ayrıca şuralara gider: { $accounts }
staff-approval-account =
    { $parts ->
        [1] { $handle } ({ $network })
        [one] { $handle } ({ $network }, { $parts } parça)
       *[other] { $handle } ({ $network }, { $parts } parça)
    }
staff-approval-cost = Beklenen maliyet: { $cost }
staff-approval-embargo = Ambargo: basın listesindekiler hemen alır, diğer herkes en erken { $until }.
staff-approval-warning = İçerik uyarısı: { $warning }
content-warning =
    { $kind ->
        [torture] işkence
        [sexual_violence] cinsel şiddet
        [death] ölüm
        [suicide] intihar
       *[violence] şiddet
    }
# What a post is. Variables: $kind.
post-kind =
    { $kind ->
        [press_release] Basın bülteni
       *[update] Haber
    }
# A line: how many approvals beside its author’s word a kind of post takes. Variables: $kind – one of post-kind; $needed – 1 or 2.
staff-approvals-kind = { $kind }: { NUMBER($needed) } onay
staff-button-risk = Telegram düğmesiyle onay: bu telefonu elinde tutan herkes onaylayabilir. Telegram neyi onayladığınızı görür. Metni kontrol edin, sonra karar verin.
staff-approved = Onaylandı.
# Somebody approved a text that waits for somebody else as well. Variables: $given – approvals given; $needed – approvals it takes.
staff-approved-partly = Onaylandı: { NUMBER($given) }/{ NUMBER($needed) }. Bir kişi daha onayladığında çıkar.
staff-rejected = Reddedildi. Yazan kişi kararınızı görür.
# Why a decision was not accepted.
staff-refused =
    { $reason ->
        [own-text] Bunu siz yazdınız ya da kaydettiniz. İkinci bir kişinin onaylaması gerekir.
        [own-edit] Son onaydan bu yana bu metinde siz de değişiklik yaptınız. Onaylayan, metinde hiçbir şey değiştirmemiş biri olmalıdır.
        [language-not-read] Bu dili okuduğunuzu belirtmediniz.
        [changed-since] Size gönderildikten sonra değiştirildi. Yeni hali ayrı bir mesajla gelir.
        [already-decided] Bu konuda karar zaten verildi.
        [approved-already] Bunu zaten onayladınız. Bir kişinin daha onaylaması gerekir.
        [policy-changed] Artık bunun sunulduğu zamankinden daha çok onay gerekiyor. Yeniden sunulması gerekir.
        [case-waits] Davanın kendisi ikinci bir kişiyi bekliyor. Önce onu kabul edin ya da birinden isteyin.
        [not-in-review] Bu artık onay beklemiyor.
        [card-outdated] Kart yapıldıktan sonra bilgiler değişti. Gönderiye yeni bir kart gerekiyor.
        [window-past] Bunun gönderilmesi gereken süre geçti.
        [key-needed] Buna konsolda anahtarınızla karar verilir: orada açın.
        [key-refused] Anahtar kabul edilmedi. Yeniden deneyin.
        [consent-missing] Burada sağlık ya da işkence hakkında söylenenler için rıza yok ya da geri alındı.
       *[not-an-approver] Hesabınızın bunu onaylama yetkisi yok.
    }
# Variables: $case – its name.
staff-hearing-title = Onay için: “{ $case }” davasında duruşma değişikliği
staff-hearing-new-title = Onay için: “{ $case }” davasında yeni duruşma
staff-hearing-recorded-by = Kaydeden: { $author }
staff-facts-then =
    { $told ->
        [at-once] Onayınızdan sonra davayı takip edenlere hemen haber verilir.
        [reminded] Onayınızdan sonra bu konuda hemen kimseye haber verilmez. Bu bilgi sonraki hatırlatmalarda yer alır.
       *[nothing] Onayınızdan sonra bu konuda kimseye haber verilmez.
    }
staff-reach-last =
    { $how ->
        [longer] Sonuncusuna haber verilmesi için gereken süre: { $lasts } ve daha fazlası.
       *[about] Sonuncusuna haber verilmesi için gereken süre: yaklaşık { $lasts }. Bu arada daha acil bir şey gönderilirse daha uzun sürer.
    }
staff-reach-quiet = Sessiz saatleri olanlara, bu saatler bitince haber verilir.
staff-hearing-by-partner = Bir ortağın izleme programı bildirdi. Kampanyadan henüz kimse kontrol etmedi.
staff-hearing-differs = { $partner } başka türlü bildiriyor, dava: { $case }
staff-hearing-differs-then = Bu duruşmanın bir değişikliği zaten onay bekliyor. Hangisinin doğru olduğunu mahkemeye sorun, sonra karar verin.
# Everyone who may decide is called several times. Variables: $nth – which call this is; $of – how many there are.
staff-hearing-call = Çağrı { NUMBER($nth) }/{ NUMBER($of) }.
# What happens if nobody decides within a few minutes after the last call.
staff-hearing-unanswered =
    { $cameTo ->
        [told] Birkaç dakika içinde kimse karar vermezse takip edenlere daha erken saat, ikinci bir kişi henüz doğrulamadı notuyla bildirilir.
       *[withheld] Biri karar verene kadar takip edenlere hiçbir şey bildirilmez.
    }
# After the last call nobody has decided.
staff-hearing-wait-over =
    { $cameTo ->
        [told] Kimse karar vermedi. Takip edenlere daha erken saat, ikinci bir kişi henüz doğrulamadı notuyla bildiriliyor. Kararınız hâlâ gerekli: sonra onlara bunun doğrulandığı ya da yanlış olduğu bildirilir.
       *[withheld] Kimse karar vermedi. Takip edenlere hiçbir şey bildirilmiyor: tek kişinin sözüyle yalnızca avukatın ya da koordinatörün kaydettiği daha erken bir saat bildirilir. Kararınız hâlâ gerekli.
    }
# To whoever recorded the change. Variables: $case – its name.
staff-hearing-undecided = “{ $case }” davasındaki duruşmada yaptığınız değişiklik
# Before the question about a hearing whose approval counts no longer. Variables: $case – its name.
staff-hearing-again = { $case } davasındaki bir duruşmanın dayandığı onay artık geçerli değil: onayı veren kişi ayrıldı ya da bir ad değişti. Biri yeniden onaylayana kadar bu duruşma kimseye hatırlatılmaz. Kaynağıyla karşılaştırın.
# When less than a day is left. Variables: $hours – until the hearing.
staff-hearing-urgent =
    { $hours ->
        [one] { $hours } saatten az kaldı. Onaylayabilecek herkes çağrılıyor.
       *[other] { $hours } saatten az kaldı. Onaylayabilecek herkes çağrılıyor.
    }
staff-hearing-approved = Onaylandı. Değişiklik geçerli, davayı takip edenlere haber veriliyor.
staff-hearing-rejected = Reddedildi. Önceden bilinen geçerli kalıyor.
# To whoever recorded it. Variables: $what – of what; $name – who decided; $case – its name.
staff-recorded-decided =
    { $what ->
        [hearing-approved] { $name }, “{ $case }” davasındaki duruşmayla ilgili kaydınızı onayladı. Kayıt geçerli.
        [hearing-rejected] { $name }, “{ $case }” davasındaki duruşmayla ilgili kaydınızı reddetti. Önceden bilinen geçerli kalıyor.
       *[incident-rejected] { $name }, “{ $case }” davasındaki olayla ilgili kaydınızı reddetti. Önceden bilinen geçerli kalıyor.
    }
staff-incident-new-title = Onay için: “{ $case }” davasında bir olay
staff-incident-title =
    { $amendment ->
        [adds] Onay için: “{ $case }” davasındaki bir olaya ek bilgi
        [corrects] Onay için: “{ $case }” davasındaki bir olayın düzeltmesi
       *[withholds] Onay için: “{ $case }” davasındaki bir olayın özel bilgileri geri alınıyor
    }
staff-incident-was = Şu an geçerli olan: { $was }
staff-incident-retracted = Anlatıldığı gibi olmadı. Davayı takip edenlere bu söylenir.
staff-incident-consent = Şunlardan söz ediyor: { $what }. Rıza kayıtlı.
staff-incident-expired = Gönderilmedi: “{ $case }” davasındaki bir olayın haberi
# Somebody asks to stop or start what is going out; it takes a second person. Variables: $case – its name.
staff-broadcast-asked =
    { $what ->
        [alert-pause] Kabulünüz gerekiyor: “{ $case }” davasındaki bildirimi duraklatmak
        [alert-cancel] Kabulünüz gerekiyor: “{ $case }” davasındaki bildirimin kalanını iptal etmek
       *[post-resume] Kabulünüz gerekiyor: “{ $case }” davasıyla ilgili gönderiyi göndermeye devam etmek
    }
# Variables: $name – who asked; $until – date and time.
staff-broadcast-asked-by = İsteyen: { $name }. İkinci bir kişi gerekir; isteğin süresi doluyor: { $until }.
# What follows from agreeing.
staff-broadcast-asked-then =
    { $what ->
        [alert-pause] Biri yeniden başlatana kadar başka kimseye haber verilmez.
        [alert-cancel] Başka kimseye haber verilmez.
       *[post-resume] Henüz almamış herkese gönderilir.
    }
# Somebody has stopped or started what is going out. Variables: $case – its name.
staff-broadcast-done =
    { $what ->
        [post-pause] Duraklatıldı: “{ $case }” davasıyla ilgili gönderi. İki kişi yeniden başlatana kadar başka kimse almaz.
        [post-resume] Devam ediyor: “{ $case }” davasıyla ilgili gönderi.
        [post-cancel] İptal edildi: “{ $case }” davasıyla ilgili gönderinin kalanı. Başka kimse almaz.
        [digest-pause] Duraklatıldı: haftalık özet. Biri sürdürene kadar başka kimse almaz.
        [digest-resume] Sürüyor: haftalık özet.
        [digest-cancel] İptal edildi: haftalık özetin kalanı. Başka kimse almaz.
        [alert-pause] Duraklatıldı: “{ $case }” davasındaki bildirim. Biri yeniden başlatana kadar başka kimseye haber verilmez.
        [alert-resume] Devam ediyor: “{ $case }” davasındaki bildirim.
       *[alert-cancel] İptal edildi: “{ $case }” davasındaki bildirimin kalanı. Başka kimseye haber verilmez.
    }
# Variables: $names – a list of one person, or of two who agreed.
staff-broadcast-done-by = Yapan: { $names }.
# Why an agreement was not accepted.
staff-broadcast-refused =
    { $reason ->
        [own-request] Bunu siz istediniz. İkinci bir kişinin kabul etmesi gerekir.
        [request-lapsed] Artık kabulünüz beklenmiyor: isteğin süresi doldu ya da istek geri alındı.
       *[action-impossible] Bu artık yapılamaz: gönderim bitti ya da bu arada iptal edildi.
    }
# The sender has halted what is going out, after too many faults. Variables: $case – its name.
staff-broadcast-halted =
    { $kind ->
        [alert] Durdu: “{ $case }” davasındaki bildirim. Gönderim üst üste başarısız oluyor, başka kimseye haber verilmiyor.
        [digest] Durdu: haftalık özet. Tekrar tekrar başarısız oluyor, başka kimse almıyor.
       *[post] Durdu: “{ $case }” davasıyla ilgili gönderi. Gönderim üst üste başarısız oluyor, başka kimse almıyor.
    }
staff-broadcast-halted-then = Hatanın ne olduğu gönderim listesinde yazar. Giderilince yeniden başlatılabilir.
# Posts of the whole campaign: stopped, asked to go on, going on.
staff-pause-all =
    { $what ->
        [paused] Durduruldu: tüm yazılar. İki kişi yeniden başlatana kadar hiçbiri gitmez. Duruşma bildirimleri sürer.
        [asked] Onay için: tüm yazıları yeniden başlatmak. İkinci bir kişi gerekir.
       *[lifted] Tüm yazılar yeniden gidiyor.
    }
# The same for one case. Variables: $case – its name.
staff-pause-case =
    { $what ->
        [paused] Durduruldu: { $case } hakkındaki yazılar. İki kişi yeniden başlatana kadar hiçbiri gitmez. Duruşma bildirimleri sürer.
        [asked] Onay için: { $case } hakkındaki yazıları yeniden başlatmak. İkinci bir kişi gerekir.
       *[lifted] { $case } hakkındaki yazılar yeniden gidiyor.
    }
# The stop switch for posts, in the bot and in the console: nothing is stopped.
pause-running = Yazılar gidiyor.
# Variables: $name – who did it; $since – date and time.
pause-standing = Tüm yazılar durduruldu. Kim: { $name }. Ne zamandan beri: { $since }. Duruşma bildirimleri sürüyor.
# The same for one case. Variables: $case – its name.
pause-case-standing = { $case } hakkındaki yazılar durduruldu. Kim: { $name }. Ne zamandan beri: { $since }.
# Variables: $name – who asked; $until – date and time.
pause-asked = { $name } yeniden başlatmak istiyor. İkinci bir onaylayan gerekir; isteğin süresi doluyor: { $until }.
# Below the switch, in the bot.
pause-explain = Yazıları bir kişi durdurur; iki onaylayan yeniden başlatır. /pause bu düğmeyi yeniden gösterir.
# Above a list of cases, one of which is to be stopped.
pause-choose-case = Hangi davanın yazıları durdurulsun?
# Somebody wants to start again what two others have started meanwhile.
pause-gone = Bu artık durdurulmuş değil.
# One tap of one person stops everything.
button-pause-all = Tüm yazıları durdur
# Leads to a list of cases.
button-pause-one = Tek bir davayı durdur
# It takes two people.
button-pause-lift = Yeniden başlat
# The second person agrees that posts go out again.
button-pause-agree = Kabul et: yeniden başlat
# In place of text and buttons once there is a staff site; its address follows on a line of its own.
staff-approval-in-console = Onu konsolda okur, anahtarınızla karar verirsiniz:
# Somebody on the staff has lost all keys, and two others vouch for them. Variables: $name – of that person.
staff-chat-moved = { $name } artık olgular hakkında öncekinden başka bir Telegram sohbetinden karar veriyor. { $name } bunu bilmiyorsa bu kişinin erişimini kapatın ve nelere karar verildiğine bakın.
# Variables: $name – who did it; $places – a list of names in Telegram, such as “@reserve_bot”.
staff-reserve-changed =
    { $what ->
        [set] { $name }, bot susarsa takipçilerin nereye bakacağını belirledi: { $places }
       *[none] { $name }, bot susarsa takipçilerin bakacağı yeri kaldırdı.
    }
staff-reserve-asked = { $name }, bot susarsa takipçilerin buraya yönelmesini öneriyor: { $places }. İkinci bir kişi 24 saat içinde kabul edince takipçilere bildirilecek. Orayı kimin yönettiğine kendiniz bakın: yanlış bir yer gösteren, bütün takipçileri oraya götürür.
# Somebody changed how many approvals posts take; below follow lines of staff-approvals-kind. Variables: $name – who did it.
staff-case-opened = { $name }, “{ $case }” dosyasını açtı. İkinci bir kişi sözlerini kabul edene kadar ekip dışında kimseye bildirilmez.
staff-case-agreed = Bundan sonra bota soran herkes “{ $case }” davasını görür.
staff-case-closed =
    { $what ->
        [closed] { $name }, “{ $case }” dosyasını kapattı. Onun hakkında yayımlanacak olanlar geri alındı; biri yeniden açana kadar yeni bir şey kaydedilmez.
       *[open] { $name }, “{ $case }” dosyasını yeniden açtı.
    }
staff-reminders-changed = { $name }, başka bir seçim yapmamış takipçilere duruşmaların ne zaman hatırlatıldığını değiştirdi. Bundan sonra: { $times }
staff-approvals-changed = { $name }, bir gönderinin yazanı dışında kaç onay gerektirdiğini değiştirdi. Bundan sonra:
# Somebody wants fewer approvals; below follow lines of staff-approvals-kind. Variables: $name – who asked for it.
staff-approvals-asked = { $name }, gönderilerin yazanı dışında daha az onay gerektirmesini istiyor. Bunun için yarım saat içinde ikinci bir koordinatörün veya yöneticinin kabul etmesi gerekir. O zaman şöyle olur:
# Below those lines, when anything was taken back.
staff-approvals-drafts = Önceki kurala göre sunulup henüz çıkmamış olanlar yeniden taslak oldu. Onlara bakın ve yeniden sunun.
# Who did something at the machine, without a name: stands for $name at the beginning of “staff-reserve-changed”.
staff-operator = Makinenin başındaki işletici
staff-replacement =
    { $what ->
        [asked] { $name } için yeni anahtar isteniyor; eskilerini yitirdiği söyleniyor. Konsolda ikinci bir kişinin kabul etmesi gerekir; herkes orada itiraz edebilir.
        [agreed] { $name } için yeni anahtarlar kabul edildi. 24 saat sonra geçerli olur; o zamana kadar herkes konsolda itiraz edebilir.
       *[dropped] İtiraz edildi: { $name } için yeni anahtar verilmiyor.
    }
# Two people name a colleague in advance who takes over roles when others are gone. Variables: $name – of that colleague; $roles – a list.
staff-succession =
    { $what ->
        [named] Başkaları yokken görevi devralması için { $name } öneriliyor: { $roles }. İkinci bir kişi konsolda kabul etmeli; orada herkes itiraz edebilir.
        [agreed] Başkaları yokken görevi devralacak kişi belirlendi: { $name }, { $roles }.
        [called] { $name } görevi devralmaya çağrıldı: { $roles }. 24 saat sonra geçerli olur; o zamana kadar herkes konsolda itiraz edebilir.
        [uncalled] Biri itiraz etti: { $name } şimdilik görevi devralmıyor: { $roles }.
        [dropped] Biri itiraz etti: { $name } artık devralacak kişi değil: { $roles }.
        [doubted] Görevi devralması için { $name } adını veren iki kişiden biri artık yok: { $roles }. Biri konsolda onaylamazsa 7 gün sonra düşer; orada herkes itiraz edebilir.
        [confirmed] Onaylandı: başkaları yokken görevi { $name } devralacak: { $roles }.
        [confirmed-once] Başkaları yokken görevi { $name } adlı kişinin devralmasını bir kişi onayladı: { $roles }. Onu belirleyen iki kişinin sözü artık geçerli değil: ikinci bir kişi de konsolda onaylamazsa düşer.
        [lapsed] Zamanında kimse onaylamadı: { $name } artık devralacak kişi değil: { $roles }.
       *[taken] { $name } görevi devraldı: { $roles }.
    }
# Telegram refuses a text in one language only. Variables: $case – its name; $language – name of the language.
staff-post-unapproved = Yeniden taslak oldu: { $case } hakkındaki gönderi ({ $languages }). Onayı artık geçerli değil: onayı veren kişi ayrıldı ya da o zamandan beri bir şey değişti. Yeniden sunulması ve onaylanması gerekiyor.
staff-text-halted =
    { $kind ->
        [alert] Gönderilmedi: “{ $case }” davasındaki bildirim, dili: { $language }. Telegram bu metni reddediyor, okuyanlarına haber verilmiyor.
        [digest] Gönderilmedi ({ $language }): haftalık özet. Telegram bu metni kabul etmiyor, okuyucuları almıyor.
       *[post] Gönderilmedi: “{ $case }” davasıyla ilgili gönderi, dili: { $language }. Telegram bu metni reddediyor, okuyanları almıyor.
    }
press-embargo = Ambargolu: { $until } tarihinden, yani { $utc } tarihinden önce yayımlanmamalıdır.
press-farewell = Basın listemizde yer almayı kabul ettiğiniz için bunu alıyorsunuz. Artık hiçbir şey almamak için:
press-leave-question = Basın listemizden artık e-posta almak istemiyor musunuz?
press-leave-button = Artık gönderilmesin
press-left = Bizden artık e-posta almayacaksınız; adresinizi sildik.
staff-account-stopped =
    { $state ->
        [paused] Art arda birkaç başarısızlıktan sonra duraklatıldı: { $network } üzerindeki { $handle } hesabı. Orada planlananlar, biri hesabı yeniden başlatana kadar bekler.
        [budget] Duraklatıldı: { $network } üzerindeki { $handle } hesabının bu ay sıradaki paylaşım için bütçesi kalmadı. Orada planlananlar, bütçe artırılana ya da ay bitene ve biri hesabı yeniden başlatana kadar bekler.
        [suspended] Kapatıldı: { $network }, { $handle } hesabımızı kapattı. Orada planlananlar, { $network } hesabı açana ve hesap yeniden bağlanana kadar bekler.
        [expired] Sona erdi: { $network } ağındaki { $handle } hesabı için giriş bilgilerimizin süresi doldu ya da biri onları orada iptal etti. Orada planlananlar, biri orada yenilerini oluşturup hesabı yeniden bağlayana kadar bekler.
       *[disconnected] Bağlantı kesildi: { $network }, { $handle } için giriş bilgilerimizi artık kabul etmiyor. Orada planlananlar, hesap yeniden bağlanana kadar bekler.
    }
staff-account-ends = Yakında bitiyor: { $network } üzerindeki { $handle } hesabının erişim bilgileri. Geçerlilik sonu: { $end }. Ondan önce yenilerini alıp hesabı yeniden bağlayın; yoksa orada planlananlar bekler.
# Below that an account was suspended; the text itself follows, in each language of the campaign.
staff-notice-prepared = Bu, diğer hesaplar için hazır. Yazı olarak sunun: ikinci bir kişi onayladıktan sonra gider.
# Prepared for readers elsewhere. Variables: $handle – the account; $network – such as Mastodon; $places – a list of our other accounts.
notice-account = { $network }, { $handle } hesabımızı kapattı. Bizi burada bulabilirsiniz: { $places }
# The same for the bot. Variables: $handle – its name; $places – a list of names in Telegram.
notice-bot = Telegram artık { $handle } botumuzdan hiçbir şey almıyor. Duruşma haberleri artık burada: { $places }
staff-account-delivery =
    { $why ->
        [failed] { $network } üzerinde, { $handle } hesabında yayımlanmadı: { $case } hakkındaki gönderi. Ağ onu reddetti.
        [unknown] { $case } hakkındaki gönderinin { $network } üzerinde, { $handle } hesabında durup durmadığı bilinmiyor. Hesaba bakın, sonra gördüğünüzü kaydedin.
        [too-late] { $network } üzerinde, { $handle } hesabında yayımlanmadı: { $case } hakkındaki gönderi. Zamanı geçmişti.
        [case-closed] { $network } üzerinde, { $handle } hesabında yayımlanmadı: { $case } hakkındaki gönderi. Dava kapatıldı.
       *[unapproved] { $network } öncesinde, { $handle } hesabında durduruldu: { $case } hakkındaki gönderi. Hiçbir onay tam olarak gidecek olanı kapsamıyor.
    }
# An alert came too late to be sent. Variables: $case – its name.
staff-alert-expired =
    { $kind ->
        [announced] Gönderilmedi: “{ $case }” davasında yeni duruşma haberi
        [reminder] Gönderilmedi: “{ $case }” davasında duruşma hatırlatması
        [changed] Gönderilmedi: “{ $case }” davasında duruşma değişikliği
        [cancelled] Gönderilmedi: “{ $case }” davasında duruşmanın iptali
        [no_outcome] Gönderilmedi: “{ $case }” davasındaki duruşmadan haber olmadığı bilgisi
        [confirmed] Gönderilmedi: “{ $case }” davasındaki değişikliğin doğrulaması
        [corrected] Gönderilmedi: “{ $case }” davasında bildirilenin düzeltmesi
       *[outcome] Gönderilmedi: “{ $case }” davasında duruşmanın sonucu
    }
# Variables: $due – date and time.
staff-alert-expired-why = Zamanı: { $due }. Zamanında gönderilemedi, artık bir yararı olmaz. Davayı takip edenlere haber verilmedi.
# Several came too late, most often in one outage. Variables: $count – how many.
staff-alerts-expired-title =
    { $count ->
        [one] { $count } bildirim geç kaldı ve gönderilmedi
       *[other] { $count } bildirim geç kaldı ve gönderilmedi
    }
# Variables: $due – date and time.
staff-alerts-expired-due = Zamanı: { $due }
# Behind the first of them. Variables: $count – how many others there are.
staff-alerts-expired-more =
    { $count ->
        [one] { $count } bildirim daha var; hepsi yönetimde listelenir.
       *[other] { $count } bildirim daha var; hepsi yönetimde listelenir.
    }
staff-alerts-expired-why = Zamanında gönderilemediler, artık bir yararları olmaz. Davayı takip edenlere haber verilmedi.
# Variables: $languages – a list of language names.
staff-catalogues-unchecked = Botun kendi metinlerini bu dillerde henüz anadili konuşuru kontrol etmedi: { $languages }

## The console, where staff work in a browser

console-title = Ekip konsolu
# The first link of every page, for who uses a keyboard.
console-skip = İçeriğe geç
# Names the list of pages for who cannot see it.
console-nav = Sayfalar
console-sign-out = Çıkış
# Above the list of languages.
console-language = Dil
# The button behind a list from which one is chosen.
console-choose = Seç
console-waiting-title = Beni bekleyenler
console-keys-title = Anahtarlarım
# Names the stop switch for who cannot see it.
console-pause-title = Yazıları durdurma düğmesi
# What was just done.
console-note =
    { $what ->
        [paused] Durduruldu. Artık hiçbir şey gitmiyor.
        [lift-asked] Yeniden başlatmayı istediniz. İkinci bir onaylayanın kabul etmesi gerekir.
        [lifted] Yeniden başlatıldı. Bekletilenler gidiyor.
        [approved] Onaylandı, anahtarınızla imzalandı.
        [approved-partly] Onaylandı, anahtarınızla imzalandı. Bir kişi daha onayladığında çıkar.
        [rejected] Reddedildi. Yazan kişi kararınızı görür.
        [key-added] Anahtar eklendi.
        [key-removed] Anahtar kaldırıldı.
        [signed-out] Çıkış yaptınız.
        [saved] Kaydedildi.
        [submitted] İkinci kişiye verildi.
        [withdrawn] Geri alındı.
        [retracted] Geri çekildi. Kaldırılabilen kaldırılıyor; ne aşamada olduğunu bu sayfa gösterir.
        [asked] İstendi. İkinci bir kişinin kabul etmesi gerekir.
       *[done] Yapıldı.
    }
# Why something was not done. What waits for approval has its own reasons above (staff-refused).
console-refused =
    { $reason ->
        [key-needed] Buna yalnızca anahtarla, konsolda karar verilir.
        [key-refused] Anahtar kabul edilmedi. Burada eklediğiniz bir anahtarla yeniden deneyin.
        [key-known] Bu anahtar daha önce eklendi. Başka birini alın.
        [second-key-missing] Bunu onaylamak için kendinize ait iki anahtar gerekir, sizde bir tane var. “Anahtarlarım” sayfasında, başka bir cihazda bir tane daha ekleyip yeniden deneyin.
        [last-key] Bu son anahtarınız. Önce başka bir tane ekleyin.
        [sign-in-again] Anahtar göstereli beş dakikadan fazla oldu. Çıkıp yeniden girin, sonra tekrar deneyin.
        [challenge-lapsed] Çok uzun sürdü ya da iki kez gönderildi. Yeniden deneyin.
        [too-many-tries] Çok fazla deneme. Beş dakika bekleyin, sonra yeniden deneyin.
        [role-missing] Rolleriniz buna izin vermiyor.
        [pause-unknown] Bu artık durdurulmuş değil.
        [unknown] Artık yok ya da hiç olmadı.
        [changed-since] Bu arada değiştirildi. Şimdiki haline bakın.
        [window-past] Bunun gönderilmesi gereken süre geçti.
        [end-past] Yayımlanabileceği süre geçti. Daha geç bir son seçin ya da boş bırakın.
        [start-past] Başlangıç zaten geçti. Daha geç bir zaman seçin ya da boş bırakın: o zaman onaylanınca yayımlanır.
        [window-empty] Başlamadan biterdi. Başlangıçtan sonra bir son seçin.
        [embargo-past] Ambargo zaten bitmiş olurdu. Daha geç bir zaman seçin ya da boş bırakın.
        [embargo-outside-window] Ambargo altında ya da ondan sonra kimse alamazdı. Başlangıçtan sonra ve sondan önce bir zaman seçin.
        [other-site] Bu form kendi sayfasından gönderilmedi. Konsolu yeniden açın.
        [incomplete] Bir şey eksik ya da okuyamadığımız biçimde yazılmış.
        [own-keys] Kimse kendine kefil olamaz. İki meslektaştan isteyin.
        [own-request] Bunu siz istediniz. İkinci bir kişinin kabul etmesi gerekir.
        [succession-waits] Henüz geçerli değil: herkesin itiraz edebileceği bir gün geçmeli.
        [request-lapsed] Bu isteğin süresi doldu, kabul edildi ya da geri alındı.
        [telegram-name-unusable] Telegram’da böyle bir ad olamaz: 5–32 Latin harfi, rakam ve alt çizgi; bir botun adı “bot” ile biter.
        [source-missing] Bunu kimin bildirdiğini yazın.
        [zone-unknown] Böyle bir saat dilimi yok. Bölge ve şehir olarak yazın.
        [date-malformed] Böyle bir gün ya da saat yok. Yeniden bakın.
        [date-missing] Tarihi yazın ya da duruşmayı ertelenmiş olarak kaydedin.
        [hearing-past] Bu an geçti. Tarihi ve saat dilimini denetleyin; geçmiş duruşma yapıldı olarak kaydedilir.
        [hearing-ahead] O gün henüz gelmedi. Duruşma, yapıldıktan sonra yapıldı olarak kaydedilir.
        [incident-ahead] Bu an henüz gelmedi. Olay, olmuş olandır.
        [court-missing] Mahkemeyi en az bir dilde yazın.
        [what-missing] Ne olduğunu en az bir dilde yazın.
        [result-not-held] Yalnızca yapılan bir duruşmada karar çıkar ya da ara verilir. Yapıldı olarak ya da bunlarsız ertelendi olarak kaydedin.
        [next-hearing-unfit] Sonraki duruşma için ileride bir tarih ve var olan bir saat gerekir.
        [next-hearing-made] Sonraki duruşma artık kayıtlı. Onu orada değiştirin.
        [postponed-with-date] Yeni tarihle duruşmanın tarihi bellidir: takipçilere değişiklik bildirilir ve hatırlatılır.
        [person-unknown] Bu davadan bir kişi seçin.
        [account-disconnected] Bu hesabın bağlantısı kesik. Hesapları bağlayan kişi yeniden bağlamalı.
        [not-resendable] Bunlar yeniden gönderilmez.
        [broadcast-stands] Bu durdu. Önce yeniden başlatın.
        [overtaken] Takipçiler artık daha yeni bilgileri biliyor. Eskileri yeniden gönderilmez.
        [approval-gone] Bu metnin onayı artık geçerli değil. Birinin yeniden onaylaması gerekir.
        [alt-missing] Resmin göremeyenler için açıklaması henüz yok.
        [card-missing] Kart bu metinden önce yapıldı. Kartı yeniden yapın.
        [card-outdated] Kart yapıldıktan sonra bilgiler değişti. Kartı yeniden yapın.
        [facts-not-in-effect] Henüz hiçbir bölümü yürürlükte değil ya da geri alındı. Kart yalnızca ikinci bir kişinin onayladığını gösterir.
        [card-needs-consent] Sağlıktan veya işkenceden söz ediyor. Buna verilen onay geri alınabilir, bir resim alınamaz: metin olarak yazın.
        [card-too-long] Üzerinde okunamayacak kadar çok söz var. Daha az söz seçin.
        [card-undrawable] Yazı tiplerimizde işaretlerinden biri için harf yok. Dillerimizin harfleriyle, emojisiz yazın.
        [quote-missing] Alıntı, yazının dillerinden birinde eksik.
        [no-text] Burada henüz bir şey yazılmadı.
        [not-editable] Yayımlanan metin artık değiştirilemez. Neyin yanlış olduğunu söyleyen yeni bir gönderi yazın.
        [not-submittable] Yalnızca taslak teslim edilir. Önce metni değiştirin, o zaman taslak olur.
        [not-withdrawable] Çıkmış olan, yazının sayfasında geri çekilir. Neyin yanlış olduğunu söyleyen yeni bir gönderi yazın.
        [case-closed] Dava kapandı. Önce yeniden açın ya da başka birini seçin.
        [name-unusable] Bu bir ad olamaz. Harflerle ya da rakamlarla yazın.
        [roles-missing] En az bir rol seçin.
        [limited-to-cases] Yalnızca bazı davalarda çalışıyorsunuz; bu ise hepsiyle ilgili.
        [admin-not-limited] Bir yönetici davalarla sınırlanamaz: sınırı kendisi kaldırabilir.
        [languages-missing] Okuduğu en az bir dil seçin.
       *[failed] Bizim tarafımızda bir şey başarısız oldu. Yeniden deneyin; nedeni hizmetin günlüğünde.
    }
console-refused-deciders = Şu davaların olguları hakkında karar verecek iki kişiden az kalır: { $cases }. Önce her davada sohbeti bağlı iki kişi çalışsın.
console-refused-name =
    { $where ->
        [alt] Resmin açıklaması, yalnızca rolüyle geçen birinin adını anıyor. Onun yerine “reşit olmayan bir kişi”, “bir tanık” ya da “bir mağdur” yazın.
        [card] Kartta, yalnızca rolüyle geçen birinin adı anılırdı. Onun yerine “reşit olmayan bir kişi”, “bir tanık” ya da “bir mağdur” yazın.
       *[text] Metin, yalnızca rolüyle geçen birinin adını anıyor. Onun yerine “reşit olmayan bir kişi”, “bir tanık” ya da “bir mağdur” yazın.
    }
console-refused-account-text = { $account } şu dilde yayımlıyor: { $language }. Gönderinin bu dilde metni yok. Önce onu yazın.
console-refused-account-disconnected = { $account } bağlı değil ya da giriş bilgilerinin süresi dolmuş: orada hiçbir şey yayımlanmaz. Yeniden bağlanmasını isteyin ya da gönderiden çıkarın.
console-refused-alt =
    { $fault ->
        [too-long] Resmin açıklaması çok uzun: { $length } karakter, en çok { $limit }. Kısaltın.
       *[unreadable] Resmin açıklamasında gönderilemeyen bir işaret var ya da görünen hiçbir şey yok. Yeniden yazın.
    }
console-refused-image =
    { $why ->
        [image-empty] Dosya seçilmedi ya da dosya boş. Bir resim seçin.
        [image-too-large] Dosya { $limit } boyutundan büyük. Daha küçük kaydedin.
        [image-too-many-pixels] Resimde { $limit } milyondan fazla piksel var. Küçültün.
        [image-moves] Resim hareketli. İçinden tek bir kare seçin.
        [image-too-narrow] Resmin bir kenarı ötekinden { $limit } kattan fazla uzun. Kırpın.
       *[image-unreadable] Adı ne derse desin, bu okuyabildiğimiz bir resim değil ya da bozuk. Bütün bir resim seçin: { $kinds }.
    }
console-refused-account-length =
    { $what ->
        [word-too-long] { $account } için bir sözcük çok uzun: { $length }, en çok { $limit }. Kısaltın ya da bölün.
        [alt-too-long] { $account } için resmin açıklaması çok uzun: { $length }, en çok { $limit }. Kısaltın.
       *[post-too-long] { $account } için metin çok uzun: { $length }, en çok { $limit }. Kısaltın.
    }
console-refused-account-parts = { $account } için metin { $limit } parçadan fazla tutar. Kısaltın.
console-refused-account-image = { $account } bu resmi almıyor. Çıkarın ya da başka birini seçin.
console-refused-account-language = { $account } sunucusunda bu dilde gönderi yok: { $language }. Sunucuyu yöneten kişinin dili eklemesi gerekir.
console-refused-budget = { $account } üzerinde bu { $cost } tutar; bu ayın { $budget } bütçesinden { $left } kaldı. Metni kısaltın ya da adresleri çıkarın.
console-refused-claimed = Bu metin üzerinde { $name } çalışıyor, en çok { $minutes } dakika daha. Sonra siz üstlenebilirsiniz ya da bırakmasını isteyin. Hiçbir şey değişmedi.
console-refused-title = Bu yapılmadı
console-back-home = Beni bekleyenlere dön
console-no-site-title = Konsolun kendi alan adına ihtiyacı var
# The setting itself stands below.
console-no-site = Ekip geçiş anahtarlarıyla girer ve bunlar bir alan adına bağlıdır. Hizmeti işleten kişi onun adresini bu ayara yazar ve hizmeti yeniden başlatır. O zamana kadar metinler Telegram düğmesiyle onaylanır.
console-sign-in-title = Giriş
console-sign-in-how = Anahtarlarınızdan biri yanınızda olsun. Cihazınız parmağınızı, yüzünüzü ya da bir PIN ister; bunlar cihazdan çıkmaz.
console-sign-in-button = Anahtarla gir
# Where JavaScript is off, or the browser is too old.
console-script-needed = Anahtarınıza yalnızca JavaScript ile ulaşılır. Bu adres için açın ya da daha yeni bir tarayıcı kullanın.
# The device or the person broke it off.
console-key-failed = Hiçbir şey imzalanmadı. Yeniden deneyin ya da başka bir anahtar alın.
# Variables: $name – of the person who was invited.
console-invitation-title = Hoş geldiniz, { $name }
console-invitation-how = İlk anahtarınızı burada ekleyin. Bu cihazda ya da anahtarlarınızı saklayan hizmette kalır; bize yalnızca açık yarısı ulaşır. Sonra başka bir cihazda ikincisini ekleyin: tüm anahtarlarını yitiren, yenilerini bir gün bekler.
console-invitation-button = İlk anahtarımı ekle
console-invitation-gone = Bu bağlantı kullanıldı, süresi doldu ya da yenisiyle değiştirildi. Sizi davet eden kişiden başka bir tane isteyin.
# After a loss of keys everybody has a day to object. Variables: $from – date and time.
console-invitation-waits = Bu bağlantı şu andan sonra kullanılabilir: { $from }. O zamana kadar ekipteki herkes itiraz edebilir.
console-keys-why = Herkesin en az iki anahtarı olur, iki cihazda. Hepsini yitiren, yenilerini bir gün bekler.
# Shown on every page until there are two.
# Variables: $from – date and time.
console-keys-one = Yalnızca bir anahtarınız var. Başka bir cihazda ikincisini ekleyin: o olmadan şu andan sonra hiçbir şeyi onaylayamazsınız: { $from }.
console-keys-one-due = Yalnızca bir anahtarınız var, bu yüzden hiçbir şeyi onaylayamazsınız. Başka bir cihazda ikincisini ekleyin.
console-keys-add = Anahtar ekle
# Variables: $number – of the key in the list.
console-keys-remove = { $number }. anahtarı kaldır
# One key in a list. Variables: $number; $added – date and time.
console-key = Anahtar { $number }, eklendi: { $added }
# Variables: $at – date and time.
console-key-used = Son kullanım: { $at }
# The key is kept by a service such as iCloud or Google.
console-key-copied = Öteki cihazlarınıza kopyalayan bir hizmette saklanır
console-waiting-none = Sizi bekleyen bir şey yok.
console-bot-stopped = Telegram { $since } tarihinden beri botumuzdan hiçbir şey kabul etmiyor: ne uyarı, ne mesaj, ne de kanal gönderisi çıkıyor. Kanal için bekleyen gönderiler: { $posts }. Telegram botu yeniden kabul edince gidecekler.
console-waiting-texts = Onay bekleyen metinler
console-waiting-hearings = Onay bekleyen duruşma bilgileri
console-waiting-incidents = Onay bekleyen olaylar
console-waiting-agreements = Kabulünüzü bekliyor
console-waiting-by = Öneren: { $name }
# What the person wrote and handed to others.
console-waiting-own = Yazdıklarınız, başkalarının karar vereceği
console-waiting-undescribed = Kimsenin anlatmadığı resimler
console-waiting-drafts = Taslaklarınız
# Variables: $at – date and time.
console-waiting-since = Ne zamandan beri: { $at }
console-waiting-again = Yeniden onaylanacak
# Leads to a post in one language. Variables: $case – name of the case; $language – name of the language.
console-post-link = { $case } – { $language }
# Variables: $given – approvals given; $needed – approvals that it takes.
console-approvals = { NUMBER($given) }/{ NUMBER($needed) } onay
console-approvals-stuck = Bu metni onaylayabilecek kişi sayısı gerekenden az: dilini okuyan diğerleri metne başladı ya da son onaydan bu yana onu değiştirdi. Bu dili okuyan başka birini onaylayan yapın ya da bir kişi metne kendi yazısı olarak yeniden başlasın.
console-covers-title = Onayınız neyi kapsar
console-field-case = Dava
console-field-kind = Tür
console-field-author = Yazan
console-field-when = Ne zaman
console-field-where = Nereye
console-target-telegram = Davayı takip edenler, Telegram’da
# A row of characters that stands for exactly this content.
console-field-hash = Parmak izi
# What the picture shows, in words.
console-field-image = Resim
# Variables: $language – name of the language.
console-text-title = Metin ({ $language }), okurlara ulaştığı haliyle
# Variables: $language – name of the language.
console-source-title = Bu metinden çevrildi ({ $language })
console-changes-title = Daha önce onaylanandan farkı
console-changes-none = Daha önce hiçbiri onaylanmadı.
# Before words that are gone, for who cannot see the colour.
console-change-removed = çıkarıldı:
# Before words that are new, for who cannot see the colour.
console-change-added = eklendi:
console-decide-title = Kararınız
console-decide-how = Anahtarınız tam olarak yukarıdakini imzalar. Her değişiklik onu geçersiz kılar.
console-telegram-title = Telegram sohbetim
console-telegram-linked = Bir sohbet bağlı: istekler oraya da gelir.
console-telegram-none = Bağlı sohbet yok. İstekler yalnızca burada görünür.
console-telegram-button = Sohbetim için bağlantı oluştur
# The link stands below.
console-telegram-how = Bu bağlantıyı Telegram’da, sizin olacak sohbette açın. Bir kez, on beş dakika boyunca çalışır.
console-posts-title = Yazılar
console-cases-title = Davalar ve duruşmalar
console-broadcasts-title = Gönderimler
console-calendar-title = Takvim
console-staff-title = Ekip
console-policy-title = Onaylar
console-policy-what = Her metni, yayımlanmadan önce, yazanın dışında bu kadar farklı kişinin onaylaması gerekir. Daha çoğunu bir kişi isteyebilir; daha azı için yarım saat içinde iki kişi gerekir. Bir değişiklikten sonra sunulmuş ama henüz çıkmamış metinler yeniden taslak olur ve yeniden onaylanmalıdır; bütün ekibe haber verilir.
console-policy-waiting =
    { $texts ->
        [one] { $texts } metin sunuldu, henüz çıkmadı.
       *[other] { $texts } metin sunuldu, henüz çıkmadı.
    }
console-policy-asked = { $name } daha azını istedi. İkinci bir kişi { $until } tarihine kadar kabul edebilir.
console-policy-whose = Bunu, bütün davalarda çalışan koordinatör ya da yönetici değiştirir.
console-reserve-title = Yedekte
console-reserve-what = Bot susarsa takipçilerin yöneleceği yer: başlayan herkese bildirilir. Bir yer göstermek için 24 saat içinde iki kişi gerekir; bir kişi onu hemen kaldırabilir. Bütün ekibe haber verilir.
console-reserve-none = Yedekte bir şey yok.
console-reserve-bot = İkinci bot
console-reserve-channel = Kanal
console-reserve-asked = { $name } şunu gösterdi: { $places }. İkinci bir kişi { $until } tarihine kadar kabul edebilir; o zamana kadar hiçbir takipçiye bildirilmez. Telegram’da açıp kimin yönettiğine bakın.
console-reserve-drop = Gösterilmesin
console-reserve-whose = Bunu, bütün davalarda çalışan koordinatör ya da yönetici gösterir.
console-case-waits = İkinci bir kişiyi bekliyor
console-case-opened = Açan: { $name }, { $since }. İkinci bir kişi kabul edene kadar bunu yalnızca ekip bilir; okurlara şunlar gösterilecek:
console-case-address = Adresteki kısa ad
console-case-persons = Kişiler
console-audit-title = Denetim kaydı
# The audit log: what was done, after the name of whoever did it. Variables: $verb – the verb, of which the log holds the code word.
console-audit-verb =
    { $verb ->
        [account-deliveries-expire] Hesaba gönderinin süresi geçti
        [account-deliveries-move] Hesaba gönderinin zamanı değişti
        [account-deliveries-publish] Hesaplara gönderim planlandı
        [account-deliveries-record-retraction] Ağdan silinme kaydedildi
        [account-deliveries-refuse] Ağ gönderiyi reddetti
        [account-deliveries-retract] Yazı geri çekildi
        [account-deliveries-retract-from-account] Yazı bir hesaptan geri çekildi
        [account-deliveries-revive] Hesaba gönderi yeniden yola kondu
        [account-deliveries-see] Devamı olan yazının nerede durduğu söylendi; ikinci kişi bekleniyor
        [account-deliveries-settle] Yazının ağda durup durmadığına karar verildi
        [account-deliveries-withdraw] Hesaplara gönderimler geri alındı
        [accounts-connect] Hesap bağlandı
        [accounts-disconnect] Hesabın bağlantısı kesildi
        [accounts-pause] Hesap durduruldu
        [accounts-reconnect] Hesap yeniden bağlandı
        [accounts-resume] Hesap yeniden başlatıldı ya da bu istendi
        [accounts-set-budget] Hesabın bütçesi belirlendi
        [accounts-stop] Hesabı hizmet durdurdu
        [accounts-warn-of-end] Hesap erişiminin biteceği uyarısı verildi
        [alerts-dispatch] Uyarı gönderildi
        [alerts-replan] Uyarılar yeniden planlandı
        [backups-restore] Yedek geri yüklendi
        [bots-clear-stop] Bot yeniden çalışıyor
        [bots-ensure] Bot eklendi
        [bots-record-stop] Telegram botu reddediyor
        [broadcasts-act] Gönderim durduruldu, sürdürüldü ya da iptal edildi
        [broadcasts-ask] Gönderimin değiştirilmesi istendi
        [broadcasts-drop-request] Gönderimle ilgili istek düştü
        [broadcasts-halt] Gönderimi hizmet durdurdu
        [broadcasts-resend] Ulaşmayanlar yeniden gönderildi
        [campaigns-ask-approvals] Daha az onay istendi
        [campaigns-ask-reserve] Yedek yerlerin değiştirilmesi istendi
        [campaigns-change] Kampanya değiştirildi
        [campaigns-create] Kampanya kuruldu
        [campaigns-drop-approvals-request] Daha az onay isteği düştü
        [campaigns-drop-reserve-request] Yedek yerlerle ilgili istek düştü
        [campaigns-set-approvals] Onay sayısı değiştirildi
        [campaigns-set-reserve] Yedek yerler belirlendi
        [cases-agree] Davaya onay verildi
        [cases-close] Dava kapatıldı
        [cases-create] Dava açıldı
        [cases-import] Dava içe aktarıldı
        [cases-record-event] Davadaki bir olay kaydedildi
        [cases-reopen] Dava yeniden açıldı
        [consents-record] Rıza kaydedildi
        [consents-withdraw] Rıza geri alındı
        [contacts-add] Basın kişisi eklendi
        [contacts-bounce] Basına gönderilen e-posta geri döndü
        [contacts-end] Basın kişisi çıkarıldı
        [deliveries-halt-text] Gönderimin bir dili durduruldu
        [deliveries-recover] Duruştan sonra gönderim devralındı
        [deliveries-settle] İletilerin sonucu kaydedildi
        [deliveries-settle-calls] Yanıtların sonucu kaydedildi
        [digests-dispatch] Haftalık özet gönderildi
        [endpoints-add] Başka bir sistem eklendi
        [endpoints-gone] Başka sistem adresini bıraktı
        [endpoints-remove] Başka bir sistem kaldırıldı
        [hearings-adjourn] Duruşma ertelendi
        [hearings-ask-again] Duruşma için yeniden karar istendi
        [hearings-decide] Duruşma hakkında karar verildi
        [hearings-end-wait] Duruşma artık beklenmiyor
        [hearings-import] Duruşmalar içe aktarıldı
        [hearings-record] Duruşma kaydedildi
        [hearings-revise] Duruşma değiştirildi
        [hearings-ring] Duruşma kararı için çağrıldı
        [incidents-decide] Olay hakkında karar verildi
        [incidents-record] Olay kaydedildi
        [incidents-revise] Olay değiştirildi
        [invitations-accept] Davet kabul edildi
        [invitations-invite] Davet edildi
        [keys-reseal] Yeni anahtarla yeniden mühürlendi
        [media-add] Görsel yüklendi
        [partners-add] Ortak eklendi
        [partners-add-secret] Ortağın gizli anahtarı oluşturuldu
        [partners-report] Ortak bir duruşma bildirdi
        [partners-revoke] Ortaklık sonlandırıldı
        [partners-revoke-secret] Ortağın gizli anahtarı iptal edildi
        [passkeys-add] Anahtar eklendi
        [passkeys-remove] Anahtar kaldırıldı
        [pauses-ask] Yazıların yeniden başlatılması istendi
        [pauses-drop-request] Yazıları başlatma isteği düştü
        [pauses-lift] Yazılar yeniden başlatıldı
        [pauses-pause] Yazılar durduruldu
        [posts-ask-again] Metin için yeniden onay istendi
        [posts-claim-text] Metin ele alındı
        [posts-create] Yazıya başlandı
        [posts-decide] Metin onaylandı ya da reddedildi
        [posts-edit] Metin düzenlendi
        [posts-keep-from-readers] Metin artık okurlara gönderilmiyor
        [posts-publish] Metin yayımlandı
        [posts-release-text] Metin serbest bırakıldı
        [posts-set-accounts] Yazının hesapları seçildi
        [posts-set-card] Yazının kartı hazırlandı
        [posts-set-embargo] Yazıya ambargo kondu
        [posts-set-kind] Yazının türü değiştirildi
        [posts-set-photo] Yazının görseli seçildi
        [posts-set-schedule] Yazının zamanı belirlendi
        [posts-set-sheet] Yazının bütün dillerinde ortak olan belirlendi
        [posts-set-warning] Yazıya içerik uyarısı kondu
        [posts-settle-alt] Görselin betimlemesi tamamlandı
        [posts-submit] Metin onaya sunuldu
        [posts-withdraw] Metin geri alındı
        [sessions-end] Oturum kapatıldı
        [sessions-refuse] Giriş reddedildi
        [sessions-sign-in] Giriş yapıldı
        [staff-requests-agree] Ekiple ilgili isteğe onay verildi
        [staff-requests-ask] Ekiple ilgili istekte bulunuldu
        [staff-requests-drop] Ekiple ilgili istek düştü
        [staff-requests-void-link] Birisi için oluşturulan bağlantı iptal edildi
        [staff-add] Ekibe biri eklendi
        [staff-create-link] Sohbet bağlama bağlantısı oluşturuldu
        [staff-issue-token] Belirteç verildi
        [staff-limit-to-cases] Bazı davalarla sınırlandı
        [staff-link-chat] Sohbet ekip hesabına bağlandı
        [staff-revoke] Ekipten çıkarıldı
        [staff-revoke-token] Belirteç iptal edildi
        [staff-send-test] Deneme iletisi gönderildi
        [staff-set-language] Dil seçildi
        [staff-unlink-chat] Sohbetin bağlantısı kesildi
        [successions-agree] Devralacak kişiye onay verildi
        [successions-call] Devralacak kişi çağrıldı
        [successions-confirm] Devralacak kişi doğrulandı
        [successions-doubt] Devralacak kişi sorgulandı
        [successions-name] Devralacak kişi önerildi
        [successions-object] Devralacak kişiye itiraz edildi
       *[successions-take-over] Görev devralındı
    }
console-statistics-title = Sayılarla
console-statistics-hint = Kişiler ve iletiler günde bir kez, onluğa yuvarlanarak gösterilir. 20’den azı gösterilmez.
console-statistics-followers = Takipçiler
console-statistics-few = 20’den az
console-statistics-cases = Davaya göre
console-statistics-languages = Dile göre
console-statistics-hours = Saatlere göre iletiler, { $day }
console-statistics-hour = Saat
console-statistics-alerts = Bildirimler ne kadar gecikti
console-statistics-alerts-hint = Bildirimin zamanından onu alan ilk takipçiye kadar.
console-statistics-half = Yarısı şu sürede
console-statistics-most = 100’de 99’u şu sürede
console-statistics-table = Tablo olarak
# Leads to the page before in a list that begins with the newest.
console-older = Daha eskiler
# An empty list.
console-none = Burada henüz bir şey yok.
console-post-new = Yazı yaz
# Variables: $case – its name.
console-post-title = { $case } hakkında yazı
# Variables: $language – name of the language.
console-edit-title = Metin: { $language }
console-edit-hint = Boş bir satır yeni paragraf başlatır. Sözcüklerin çevresinde iki yıldız kalın, bir yıldız eğik yapar.
console-edit-text = Metin
console-edit-alt = Resimde ne var, göremeyenler için
console-image-none = Resmi yok.
console-image-file = Bir resim: { $kinds }
console-image-hint = En fazla { $size } ve { $pixels } milyon piksel. Yer, saat ve cihaz onunla birlikte çıkmasın diye yeniden oluşturulur. Bütün diller onu paylaşır ve her biri göremeyenler için söz ister. Bütün metinler yeniden taslak olur.
console-image-use = Bu resmi kullan
console-image-remove = Resmi kaldır
console-image-undescribed = Resimde ne olduğunu henüz kimse yazmadı.
console-submit-undescribed = Resimde ne olduğunu yazmadan teslim et
console-submit-undescribed-hint = Yalnızca acil durumda. Resim, göremeyenler için söz olmadan çıkar; onaylayan bunu görür ve resim anlatılana ya da paylaşım geri çekilene kadar bu dilde yazanların bekleyenleri arasında kalır.
console-undescribed-out = Metin çıktı ve resminde ne olduğunu kimse yazmadı. Ağ izin veriyorsa sözleri orada elle ekleyin ve bunu yazının sayfasında bildirin; başka yerlerde ancak, bu geri çekildikten sonra, resmi anlatılmış yeni bir yazı işe yarar. O zamana kadar bekleyenler arasında kalır.
console-undescribed-settle = Sözler artık orada
console-standing =
    { $standing ->
        [planned] sırasını bekliyor
        [attempting] şu anda çıkıyor
        [stands] çıktı
        [unknown] çıkıp çıkmadığı belirsiz
        [failed] çıkmadı
        [cancelled] çıkmayacak
        [leaving] kaldırılıyor
        [retracted] kaldırıldı
       *[stays] çıktı ve orada kalıyor
    }
console-standing-title = Hesaplarında
console-retract = Geri çek
console-retract-post = Yazıyı geri çek
console-retract-title = Geri çekme: ne olacak
console-retract-will =
    { $will ->
        [stops] Orada bekleyen çıkmaz.
        [goes] Orada duran kaldırılır.
        [seen] Orada olabilecek olan aranır, bulunursa kaldırılır.
       *[stays] Orada çıkmış olan kalır: bu ağ hiçbir şeyi geri almaz.
    }
console-retract-followers = Takipçilerde aldıkları mesajlar kalır. Hâlâ bekleyenler onu almaz.
console-retract-waiting = Bu yazının henüz çıkmamış metinleri yine çıkabilir. Çıkmamaları gerekiyorsa onları yazının sayfasında geri alın.
console-retract-nothing = Geri çekilecek bir şey kalmadı.
console-retract-elsewhere = Başka her yerde kalır; takipçiler de onu eskisi gibi alır.
console-retracted-at = Geri çekildi: { $at }. Onu almamış olanlar artık almaz.
console-card-title = Kart
console-card-of = Gösterdiği
console-card-make = Kartı yap
console-card-hint = Her dil kendi kartını alır. Bütün metinler yeniden taslak olur.
console-sheet-title = Bütün dillerde ortak olan
console-sheet-voids = Değişiklik, şu dillerde yazılanları yeniden taslak yapar: { $languages }.
console-sheet-void-count = Geçersiz olacak onaylar: { $count }
console-sheet-not-before = En erken
console-sheet-not-after = En geç
console-sheet-after-hint = Boş: üç gün içinde.
console-sheet-embargo = Ambargonun sonu
console-sheet-embargo-hint = O zamana dek yalnız basın listesindekiler alır. Boş: herkes aynı anda alır.
console-sheet-clock = Saat: { $zone }. Boş: onaylanınca.
console-sheet-warning = Okurların uyarıldığı konu
console-sheet-none = yok
console-sheet-accounts = Davayı takip edenlerden başka nereye gider
console-sheet-accounts-hint = Her hesaba sırasını verin: 1 ilk gider.
console-sheet-account = { $handle } ({ $network }), { $language }
console-sheet-gap = İki hesap arasında dakika
console-sheet-gap-hint = 0: hepsi aynı anda.
console-sheet-spread = İki hesap arasında { $minutes } dk
console-sheet-standing = Şimdiki hali
console-quote = Kart için alıntı
console-quote-words = Ne söylendi
console-quote-who = Kim söyledi
console-quote-hint = Yazının her dilinde, okurların göreceği sözlerle. Her biri için bir resim yapar.
# How much of the room is used. Variables: $length, $limit – numbers of characters.
console-edit-length = { $limit } karakterden { $length } kullanıldı
console-edit-approver =
    { $then ->
        [stuck] Burada bir değişiklik kaydederseniz bu metni onaylayabilecek yeterli kişi kalmaz.
       *[others] Burada bir değişiklik kaydederseniz bu metni artık onaylayamazsınız. Bunu başka birinin yapması gerekir.
    }
console-edit-save = Kaydet
console-edit-submit = İkinci kişiye ver
console-edit-standing-title = Bu arada yazan: { $name }
console-edit-instead = Okudum: yerine benim metnim konsun
console-edit-withdraw = Geri al
console-preview-title = Böyle çıkacak
console-preview-left = { $account }: { $limit } içinden { $left } kaldı
console-preview-parts = { $account }: { $length } / { $limit }, parça: { $parts }
console-draft-kept = Taslağınız olarak tutuldu. Henüz kaydedilmedi.
console-draft-shown = Taslağınızı görüyorsunuz: tutuldu, henüz kaydedilmedi.
console-draft-offline = Bağlantı yok. Yazdıklarınız bu cihazda duruyor, bağlantı gelince gönderilir.
console-draft-restored = En son yazdıklarınız bu cihazda duruyordu. İşte yeniden.
console-draft-signed-out = Oturumunuz kapandı. Yazdıklarınız bu cihazda duruyor: giriş yapın ve bu sayfayı yeniden açın.
console-paragraph-title = Paragraf { $number }
console-paragraph-changed = Çevrildikten sonra değişti. Çeviri hâlâ uyuyor mu, bakın.
console-paragraph-gone = Kaynakta bu paragraf artık yok. Çıkarmak için alanı boşaltın.
console-paragraph-fits = Olduğu gibi uyuyor
console-paragraph-tally = Paragraf: { $all }. Henüz çevrilmemiş: { $missing }. Kaynağı sonradan değişmiş: { $changed }.
console-paragraph-lacks = Bu çeviride bulunamadı: { $facts }. Aynı şeyi söylüyor mu, bakın.
console-facts-title = Kaynaktaki gibi kalır:
console-facts-hint = Kaynaktaki adlar, günler, saatler ve adresler { $time } gibi süslü ayraç içinde durur ve her dilde kendi yazımıyla doldurulur. Dokununca paragrafa eklenir. Bir ad çekimlenebilir: { $name }.
console-facts-back = Geri koy
console-facts-differ =
    { $how ->
        [lost] Eksik: { $facts }.
        [doubled] Kaynaktakinden fazla: { $facts }.
        [contradicting] Haftanın günü tarihe uymuyor: { $facts }.
       *[altered] Kaynakta yok: { $facts }.
    }
console-refused-facts = { $number }. paragraf, kaynağının dediğini demiyor. { $faults } Hiçbir şey kaydedilmedi.
console-claim-other = Bu metin üzerinde { $until } zamanına kadar { $name } çalışıyor. Sonra siz üstlenebilirsiniz.
console-claim-over = Bu metin üzerinde { $until } zamanına kadar { $name } çalıştı. Siz üstlenebilirsiniz.
console-claim-own = Bu metin { $until } zamanına kadar sizde; her kaydedişte yarım saat uzar.
console-claim-none = Bu metin üzerinde kimse çalışmıyor. Bu sırada başkası yazmasın diye üstlenin.
console-claim-take = Üstlen
console-claim-release = Bırak
console-claim-standing = { $until } zamanına kadar { $name } üzerinde
# The text cannot be sent as it is written. Variables: $line – a number.
console-edit-unreadable = { $line }. satır: { $remedy }
console-text-fault =
    { $fault ->
        [too-long] Metin çok uzun. Kısaltın.
        [nested-too-deep] Listeler en çok üç düzeyli olur. Daha azıyla yazın.
        [malformed-text] İçinde yarım bir karakter var. Satırı yeniden yazın.
        [control-character] İçinde kimsenin görmediği bir işaret var. Satırı yeniden yazın.
        [direction-override] İçinde okuma yönünü tersine çeviren, görünmeyen bir işaret var. Satırı yeniden yazın.
        [image] Resim metnin içine konmaz. Gönderiye ekleyin.
        [html] HTML kabul edilmez. Kalını iki yıldızla, bağlantıyı şöyle yazın: […](https://…).
        [heading] Başlık kabul edilmez. Onu kalın bir satır olarak yazın.
        [code] Ters kesme işaretleri ve satır başı boşlukları kabul edilmez. Onları silin.
        [quote] Alıntıyı tırnak içinde, önünde > olmadan yazın.
        [table] Tablo kabul edilmez. Liste olarak yazın.
        [rule] Çizgi yerine boş bir satır bırakın.
        [reference-link] Bağlantının adresini yerinde yazın: […](https://…).
        [link-without-words] Bağlantının sözcüklerini köşeli ayraçlarının içine yazın.
        [link-names-another-host] Bağlantının sözcükleri, adresinden başka bir siteyi anıyor. İkisi de aynı siteyi ansın.
        [link-title] Bağlantının adresinden sonraki tırnak içindeki başlığı silin.
        [link-not-absolute] Bağlantının adresini başında https:// ile tam yazın.
        [link-scheme] Yalnızca http, https, mailto ya da tg adreslerine bağlantı verin.
        [link-with-password] Bağlantının adresinden @ öncesini silin.
        [link-malformed] Bağlantının adresi geçerli değil. Düzeltin.
       *[unsupported] Yalnızca paragraf, kalın, italik, bağlantı ve liste kabul edilir. Bunlarla yazın.
    }
# Variables: $length, $limit – numbers of characters.
console-edit-too-long = Metin çok uzun: { $length } karakter, en çok { $limit }. Kısaltın.
# Where a text stands.
console-text-state =
    { $state ->
        [draft] Taslak
        [in_review] İkinci kişiyi bekliyor
        [approved] Onaylandı
        [scheduled] Onaylandı, zamanını bekliyor
        [published] Yayımlandı
        [rejected] Reddedildi
        [withdrawn] Geri alındı
       *[expired] Yayımlamak için geç
    }
# How far the wording of a translation was looked at.
console-text-check =
    { $check ->
        [machine_draft] makine taslağı
        [draft] henüz denetlenmedi
        [checked] denetlendi
       *[stale] eskidi: kaynak metin değişti
    }
console-hearings = Duruşmalar
console-timeline = Zaman çizelgesi
# One source says otherwise; both stand. Variables: $source; $field – name of the field; $value.
console-disagrees = { $source } başka türlü söylüyor ({ $field }): { $value }
# Above the form for facts of a hearing, and on what leads to it.
console-facts-hearing =
    { $what ->
        [new] Duruşma kaydet
       *[change] Duruşma hakkında bilineni değiştir
    }
# The same of an incident: an arrest, a search, a release.
console-facts-incident =
    { $what ->
        [new] Olay kaydet
       *[change] Olay hakkında bilineni değiştir
    }
# Leads from a hearing or an incident to its form.
console-facts-change = Değiştir
# Below a date.
console-facts-date-hint = Tarih bilinmiyorsa boş kalır.
# Below a time of day.
console-facts-time-hint = Oranın saatiyle. Bilinmiyorsa boş kalır.
# Below a time zone. Variables: $example – a zone as it is written.
console-facts-zone-hint = Bölge ve şehir, örneğin { $example }.
# Below the list of sources.
console-facts-sources-hint = Kim bildirdi, her satırda bir kaynak.
# Below the day on which facts were checked.
console-facts-checked-hint = Birinin bunu kaynağıyla en son karşılaştırdığı gün.
# Opens the fields for further languages.
console-facts-languages = Diğer diller
# Opens the fields for what came of a hearing.
console-facts-result = Ne sonuç çıktı
console-facts-rulings = Kararlar
console-facts-rulings-hint = Her kişi ve suçlama için bir tane. Kişi seçilmezse sayılmaz.
console-facts-ruling = Karar
console-facts-person = Kişi
# What a ruling imposes.
console-facts-penalty = Verilen ceza
# The label of a number: how long a penalty lasts.
console-facts-length =
    { $unit ->
        [years] Yıl
        [months] Ay
       *[days] Gün
    }
# Of a fine.
console-facts-amount = Tutar
console-facts-note = Açıklama
# Adds a row to a form.
console-facts-more = Bir satır daha
console-facts-adjourned = Erteleme
# Whether a hearing that was held goes on at another date.
console-facts-adjourned-how =
    { $how ->
        [no] ertelenmedi
        [open] ertelendi, tarih bilinmiyor
       *[dated] aşağıdaki tarihe ertelendi
    }
console-facts-next = Sonraki duruşma
console-facts-next-hint = Yalnızca tarihle sayılır. Mahkeme boşsa bu duruşmanınkidir.
# Opens the fields for what a source says otherwise.
console-facts-differing = Tek tek kaynakların farklı dedikleri
console-facts-differing-hint = İkisi de kalır, takipçiler ikisini de görür.
# Of which fact a source says something else.
console-facts-about = Ne hakkında
console-facts-says = Ne diyor
console-facts-source = Kaynak
console-facts-kind = Ne oldu
# Kinds of incident, in a list.
console-facts-kinds =
    { $kind ->
        [arrest] gözaltı
        [search] arama
        [attack] saldırı
        [transfer] başka yere nakil
        [health] sağlık
        [demolition] yıkım
       *[release] serbest bırakılma
    }
console-facts-place = Nerede
console-facts-what = Takipçilerin okuyacağı sözlerle
# Below the words in which an incident is told; of one that is taken back, what is right.
console-facts-what-hint = Olmadıysa: doğrusu nedir.
console-facts-whom = Kimi ilgilendiriyor
console-facts-bystanders = Başka kaç kişi, rollerine göre
console-facts-bystanders-hint = Adları asla verilmez.
# The label of a number of people.
console-facts-bystander =
    { $role ->
        [minor] Çocuklar
        [witness] Tanıklar
       *[victim] Mağdurlar
    }
console-facts-certainty = Ne kadar kesin
console-facts-certainties =
    { $certainty ->
        [established] kesin: biliyoruz
        [reported] bildirildi: biri söyledi, fazlasını bilmiyoruz
       *[alleged] iddia: doğrulanmadı
    }
console-facts-discloses = Ayrıca neyi anlatıyor
console-facts-discloses-hint = Bunun için kayıtlı bir onay gerekir.
# How a change of an incident stands to what followers were told.
console-facts-amendment = Önce söylenenle ilişkisi
console-facts-amendments =
    { $amendment ->
        [adds] daha fazlası biliniyor
        [corrects] bir şey yanlıştı
       *[withholds] özel bilgiler geri alınır ve yinelenmez
    }
console-facts-happened =
    { $status ->
        [stands] oldu
       *[retracted] anlatıldığı gibi olmadı
    }
# Shows, before anything is recorded, what followers would be told.
console-facts-look = Takipçilere ne söyleneceğine bak
# Above the message that followers would get.
console-facts-told = İkinci kişi onaylarsa takipçilere söylenecek olan
console-facts-told-none = Hemen kimseye haber verilmez.
# Variables: $when – a list of dates and times.
console-facts-reminders = Hatırlatmalar: { $when }
console-facts-replaces = Bir değişiklik zaten ikinci kişiyi bekliyor. Sizinki onun yerini alır.
# Above what a colleague recorded while this was written. Variables: $name – the colleague.
console-facts-standing = Bu arada kaydeden: { $name }
# Behind a box to be ticked: one’s own facts are recorded although a colleague’s stand there by now.
console-facts-instead = Okudum: yerine benimki konsun
# Above a form that was not taken.
console-facts-faults = Henüz bir şey kaydedilmedi. Aşağıda işaretlenene bakın.
# At a field.
console-facts-fault =
    { $reason ->
        [missing] Bu eksik.
        [clock] O gün saatler bu zamanı atlar ya da iki kez gösterir. Başka bir zaman seçin.
        [minutes] Dakika sayısını yazın: sıfır ya da en çok bir gün.
       *[unusable] Bu haliyle alınamaz: çok uzun ya da buraya ait değil.
    }
# A time that the clocks skip on that day. Variables: $before, $after – times of day.
console-refused-gap = O gün saatler bu zamanı atlar. En yakınları { $before } ve { $after }. Hangisinin kastedildiğini sorun.
# What is on its way.
console-broadcast-what =
    { $kind ->
        [alert] Duruşma bildirimi
        [digest] Haftalık özet
       *[post] Yazı
    }
console-broadcast-state =
    { $state ->
        [running] gidiyor
        [paused] durduruldu
        [halted] hatalar sonrası durdu
        [cancelled] iptal edildi
       *[finished] bitti
    }
# How many messages came to what. Variables: $count – a number, or that it is under 20.
console-delivery-count =
    { $state ->
        [planned] bekliyor: { $count }
        [sent] gönderildi: { $count }
        [failed] başarısız: { $count }
        [unknown] ulaştığı belirsiz: { $count }
       *[cancelled] iptal: { $count }
    }
# In place of a number under 20.
console-few = 20’den az
console-broadcast-do =
    { $action ->
        [pause] Durdur
        [resume] Sürdür
       *[cancel] Kalanı iptal et
    }
# What one person has asked for of a broadcast, beside it. Variables: $action – pause, resume or cancel; $name – who asked; $until – date and time.
console-broadcast-asked =
    { $action ->
        [pause] { $name } bunu durdurmak istiyor. İkinci bir kişinin kabul etmesi gerekir; isteğin süresi doluyor: { $until }.
        [resume] { $name } bunu sürdürmek istiyor. İkinci bir kişinin kabul etmesi gerekir; isteğin süresi doluyor: { $until }.
       *[cancel] { $name } kalanı iptal etmek istiyor. İkinci bir kişinin kabul etmesi gerekir; isteğin süresi doluyor: { $until }.
    }
# What of a broadcast did not arrive, by the reason; and what leads there.
console-dead-title = Ulaşmayanlar
# Why messages that did not arrive are not sent once more.
console-dead-why =
    { $why ->
        [may-have-arrived] Ulaşmış olabilir; kimse bir yazıyı iki kez almaz.
        [chat-away] Bu sohbetlere yazılamıyor.
        [too-late] Zamanları geçti.
        [superseded] Yerlerini daha yeni bilgiler aldı.
        [not-wanted] İptal edildiler ya da okurları artık istemiyordu.
        [unreadable] Sohbet ya da metin anahtarlarımızla açılmıyor.
        [no-longer-kept] Hangileri olduğu artık saklanmıyor.
       *[not-certain] Yeniden denemenin güvenli olduğu kesin değil.
    }
console-dead-class =
    { $class ->
        [no-rights] Botun orada yazma izni yok.
        [content] Telegram metni kabul etmedi.
        [text-halted] Telegram reddettikten sonra metin durduruldu.
        [no-answer] Yanıt gelmedi: ulaşıp ulaşmadıkları bilinmiyor.
       *[refused] Telegram başka bir nedenle reddetti.
    }
console-dead-resend = Bunları yeniden gönder
# Alerts of which nobody was told.
console-expired-title = Geç kalan bildirimler
console-expired-why = Gönderilmediler: zamanında çıkamadılar ve yararı olmazdı. Takipçilere haber verilmedi.
# Our accounts on networks such as Mastodon.
console-accounts-title = Hesaplar
console-account-state =
    { $state ->
        [active] sorunsuz
        [paused] duraklatıldı
       *[disconnected] bağlantısı kesik
    }
# Why nothing goes out on an account. A code may stand behind the third and the last.
console-account-why =
    { $why ->
        [staff] Ekipten biri duraklattı. İki kişi yeniden başlatır.
        [budget] Bu ayın bütçesi bitti.
        [failures] Art arda birkaç başarısızlıktan sonra duraklatıldı.
        [suspended] Ağ onu kapattı.
        [expired] Giriş bilgilerinin süresi doldu ya da biri onları ağda iptal etti. Orada yenileri oluşturulmalı, sonra yeniden bağlanmalı.
        [forgotten] Giriş bilgilerini sildik. Yeniden bağlanması gerekir.
       *[credentials] Ağ giriş bilgilerimizi artık kabul etmiyor. Yeniden bağlanması gerekir.
    }
# Variables: $until – date and time.
console-account-rests = { $until } öncesinde oraya hiçbir şey gitmez.
console-account-ends = Erişim bilgilerinin geçerlilik sonu: { $end }. Ondan önce yeniden bağlayın.
# Variables: $count – a number.
console-account-failures = Art arda başarısızlık: { $count }
# By price lists. Variables: $spent, $planned – amounts of money.
console-account-spent = Bu ay harcanan, tahmini: { $spent }. Planlanan: { $planned }.
# The same where there is a budget. Variables: $spent, $planned, $budget – amounts of money.
console-account-spent-of = Bu ay harcanan, tahmini: { $spent }, bütçe { $budget }. Planlanan: { $planned }.
# Variables: $limit – a number, in the network’s own unit.
console-account-text = Ağın sayımıyla en çok { $limit } karakterlik metinler.
# What can be done on an account.
console-account-can =
    { $what ->
        [images] Görsel kabul eder.
        [no-images] Görsel kabul etmez.
        [threads] Uzun metinler parça parça gider.
        [no-threads] Metin tek parça gider.
        [retract] Çıkan geri alınabilir.
        [no-retract] Çıkan geri alınamaz.
       *[asks-person] Bir şeyin orada olup olmadığı bilinmiyorsa birinin bakması gerekir.
    }
console-unknown-title = Orada mı?
console-unknown-how = Ağ yanıt vermedi ve hiçbir şey iki kez gitmez. Hesaba bakın, sonra ne gördüğünüzü söyleyin.
# Variables: $at – date and time.
console-unknown-tried = Denendi: { $at }
console-unknown-contact = Listedeki bir kişi içindi.
console-unknown-stands = Orada
# Its button: after that it goes out again.
console-unknown-absent = Orada yok: yeniden gönderilsin
console-unknown-id = Ağın onu tanıdığı numara
console-unknown-id-hint = Bir numara ya da ad, çoğunlukla adresinin son bölümü.
console-unknown-address = Adresi, varsa
# What somebody may do.
console-role =
    { $role ->
        [author] yazar
        [translator] çevirmen
        [approver] onaylayan
        [admin] yönetici
        [coordinator] koordinatör
       *[lawyer] avukat
    }
# Variables: $count – how many keys somebody has.
console-staff-keys = Anahtar: { $count }
# A bearer token of somebody. Variables: $until – date and time; $used – date and time, or console-token-unused.
console-token = Programlar için bir belirteç şu ana kadar geçerli: { $until }. Son kullanım: { $used }.
console-token-unused = hiç
# Behind it: a list of scopes such as posts:read, or console-token-all.
console-token-for = Ne içindir:
console-token-all = rollerin izin verdiği her şey.
console-token-end = Bu belirteci sonlandır
# Variables: $languages – a list.
console-staff-reads = Okuyor: { $languages }
console-staff-cases = Çalıştığı: { $cases }
console-staff-all-cases = tüm davalar
console-staff-limit = { $who } davalarla sınırlansın
console-staff-limit-how = Hiç dava seçilmezse hepsinde çalışır.
console-staff-limit-do = Sınırla
# Heading: colleagues who take over roles when others are gone.
console-succession-title = Belirlenen devralacaklar
console-succession-how = İki kişi önceden birini belirler. O gün bir kişi ondan görevi devralmasını ister; herkesin itiraz edebileceği 24 saatten sonra o kişi bunu burada kendi anahtarıyla yapar.
# Variables: $name – who proposes it; $who – who is to take over; $roles – a list.
console-succession-wants = { $name }, başkaları yokken görevi { $who } devralsın diyor: { $roles }.
# Variables: $who; $roles – a list.
console-succession-stands = Başkaları yokken görevi devralacak kişi: { $who }, { $roles }.
# Variables: $who; $roles – a list; $from – date and time.
console-succession-called = { $who } görevi devralmaya çağrıldı: { $roles }. Şu andan sonra geçerli: { $from }.
# Variables: $who; $roles – a list; $gone – names of who named them and is not there for it any more; $until – date and time.
console-succession-doubted = Başkaları yokken görevi devralacak kişi: { $who }, { $roles }. Sözü artık sayılmayan: { $gone }. Başkaları onaylamazsa şu an düşer: { $until }.
# A button: to put one’s own word in place of one that is gone. Variables: $who.
console-succession-confirm = { $who } için onayla
# A button and the heading of its form.
console-succession-name = Devralacak kişiyi belirle
# Label of a choice among colleagues.
console-succession-who = Kim devralır
# A button. Variables: $who.
console-succession-call = { $who } görevi devralsın
# A button for who was asked.
console-succession-take = Görevi devral
console-breaks-title = Bunu artık kimse yapamaz
# A list of console-duty follows. Variables: $who – who would be taken off the staff, or limited to some cases.
console-breaks = { $who } artık bunun için burada olmazsa aşağıdakileri kimse yapamaz. Henüz bir şey değişmedi.
# A button below it.
console-breaks-despite = Yine de yap
# What a campaign must be able to do. Variables: $what – a language, a case or a person’s name.
console-duty =
    { $duty ->
        [any-post] Her açık davada, herhangi bir dilde gönderiler
        [post] Her açık davada bu dilde gönderiler: { $what }
        [any-release] Her açık davada, herhangi bir dilde basın açıklamaları
        [release] Her açık davada bu dilde basın açıklamaları: { $what }
        [facts] Birinin kaydedip başkasının onayladığı duruşma ve olay bilgileri: { $what }
        [lift-pause] Duraklamadan sonra gönderileri yeniden başlatmak: iki onaylayan
        [stop-alert] Bir duruşma bildirimini durdurmak: iki kişi
        [invite] Birini davet etmek: anahtarı olan iki yönetici
       *[replace-keys] Yitirilirse yeni anahtarlar, anahtarı olan iki başka kişiyle: { $what }
    }
console-staff-invite = Birini davet et
console-staff-invite-how = İki yönetici gerekir. İkincisi bağlantıyı alır ve verir.
console-staff-name = Ad, ekibin gördüğü gibi
console-staff-roles = Roller
console-staff-languages = Okuduğu diller
# Variables: $name – who asks; $who – who is to be invited.
console-staff-wants-invite = { $name } şu kişiyi davet etmek istiyor: { $who }.
# Variables: $name – who asks; $who – whose keys are lost.
console-staff-wants-keys = { $name }, { $who } için tüm anahtarların yitirildiğini söylüyor. Kabul etmeden önce onu arayın. Yeni anahtarlar bir gün sonra geçerli olur.
# A second person has agreed. Variables: $who; $from – date and time.
console-staff-waits-keys = { $who } için yeni anahtarlar şu andan sonra geçerli: { $from }.
console-staff-object = İtiraz et
# Variables: $who – of the person.
console-staff-replace = { $who } tüm anahtarlarını yitirdi
# Variables: $who – of the person.
console-staff-revoke = { $who } ekipten çıkarılsın
# The link stands below. Variables: $from – from when on it counts, date and time.
console-staff-link = Bu bağlantıyı elden verin. Bir kez gösterilir, bir kez çalışır ve şu andan sonra geçerlidir: { $from }.
# Who did something that no staff member did.
console-audit-actor =
    { $kind ->
        [subscriber] bir takipçi
        [job] hizmet
        [operator] makinenin başındaki işletici
        [partner] bir ortağın gözlemcisi
       *[staff] ekip
    }

## The set-up page, for a coordinator who has never seen a terminal

setup-title = Kampanyayı kurun
setup-intro = Bu yaklaşık on beş dakika sürer. Telefonunuzda Telegram ve güvendiğiniz ikinci bir kişi gerekir. Girdikleriniz bu bilgisayarda kalır.
setup-choose-language = Bu sayfanın dili
# Variables: $step, $steps – numbers.
setup-step = Adım { NUMBER($step) } / { NUMBER($steps) }
setup-next = Devam
setup-back = Geri
setup-try-again = Yeniden dene
setup-bot-title = Bot
setup-bot-how = Telegram’da @BotFather sohbetini açın ve /newbot gönderin. Sizden bir ad ve sonu “bot” ile biten bir kullanıcı adı ister. Yanıt olarak bir token gelir: içinde iki nokta olan bir rakam ve harf dizisi. Tokeni bütünüyle kopyalayıp buraya yapıştırın.
setup-bot-token-label = BotFather’dan gelen token
setup-bot-token-secret = Bu token kimdeyse, botunuzun adına yazabilir. Onu kimseye göndermeyin.
setup-bot-check = Tokeni denetle
# Variables: $name – the bot's user name with @.
setup-bot-ok = Token çalışıyor. Botunuz: { $name }.
setup-bot-malformed = Bu bir tokene benzemiyor. Tokende önce rakamlar, sonra iki nokta, sonra harfler ve rakamlar olur. Satırın tamamını BotFather’dan kopyalayın.
setup-bot-wrong = Telegram bu tokeni tanımıyor. BotFather’dan yeniden kopyalayın; /mybots onu orada gösterir.
setup-bot-unreachable = Bu bilgisayardan Telegram’a ulaşılamıyor. İnternet bağlantısını denetleyin, sonra yeniden deneyin. Bazı ülkelerde Telegram engelli.
setup-bot-has-webhook = Bu botu zaten başka bir hizmet kullanıyor. Yeni bir bot alın ya da önce öteki hizmeti kapatın.
setup-campaign-title = Kampanya
setup-campaign-name-label = Kampanyanın adı
setup-campaign-name-hint = Takip edenler onu ilk mesajda görür.
setup-languages-label = Yayın yapacağınız diller
setup-languages-hint = Botun kendisi hepsini konuşur. Gönderi yazıp kontrol edebildiğiniz dilleri seçin.
setup-zone-label = Saat dilimi
setup-zone-hint = Duruşmaların çoğunun yapıldığı saat dilimi. Her duruşmanın kendi dilimi olabilir.
setup-your-name-label = Çalışma arkadaşlarınızın göreceği adınız
setup-your-languages-label = Okuduğunuz diller
setup-passphrase-title = Parola cümlesi
setup-passphrase-why = Takip edenlerin sohbetlerini şifreleyen anahtarı kilitler. Bu bilgisayar her yeniden başladığında onu yazarsınız. Bilgisayarı parola cümlesi olmadan alan kişi, kimin takip ettiğini okuyamaz.
setup-passphrase-lost = Bunu aşmanın yolu yoktur: kaybolursa takip edenlerin listesi de kaybolur. Yazın ve bu bilgisayardan uzakta saklayın.
setup-passphrase-label = Parola cümlesi
setup-passphrase-repeat-label = Parola cümlesi, bir kez daha
# Variables: $min – the smallest number of characters.
setup-passphrase-too-short =
    { $min ->
        [one] Parola cümlesi en az { $min } karakter olmalı. Art arda beş altı sözcüğü akılda tutmak kolaydır.
       *[other] Parola cümlesi en az { $min } karakter olmalı. Art arda beş altı sözcüğü akılda tutmak kolaydır.
    }
setup-passphrase-differ = İki parola cümlesi aynı değil.
setup-test-title = Kendinize bir mesaj
setup-test-how = Bu bağlantıyı telefonunuzda açın ve “Başlat” (Start) düğmesine dokunun. Bot o zaman size yazar.
setup-test-link = Botu Telegram’da aç
# Beside a QR code with the same link.
setup-link-scan = Ya da telefonunuzun kamerasını bu kareye tutun.
setup-test-waiting = “Başlat” (Start) düğmesine dokunmanız bekleniyor.
setup-test-on-its-way = Mesaj yolda.
setup-test-sent = Mesaj gönderildi. Telegram’da görüyor musunuz?
setup-test-failed = Mesaj gönderilemedi. Botta yeniden “Başlat” (Start) düğmesine dokunun, sonra bir daha deneyin.
setup-test-again = Yeniden gönder
# The message itself. Variables: $campaign – its name.
setup-test-message = Bu, { $campaign } kampanyasının denemesi. Bot çalışıyor ve bu sohbet ekipteki hesabınıza bağlı.
setup-second-title = İkinci kişi
setup-second-why = Kimse tek başına yayımlamaz: her metni, onu yazmayan birinin onaylaması gerekir.
setup-second-how = Bu bağlantıyı ikinci kişiye verin, en iyisi elden ya da telefonla. O kişi bağlantıyı Telegram’da açar ve “Başlat” (Start) düğmesine dokunur. Bağlantı bir kez çalışır.
setup-second-name-label = İkinci kişinin adı
setup-second-languages-label = Bu kişinin okuduğu diller
setup-second-make = Bağlantıyı oluştur
setup-second-link-label = İkinci kişi için bağlantı
# Beside a QR code with the same link.
setup-second-scan = Bu kişi yanınızdaysa, telefonunun kamerası bağlantıyı bu kareden okur.
setup-second-waiting = İkinci kişi bekleniyor.
setup-second-joined = İkinci kişi katıldı.
setup-second-later = Bunu sonra yap
setup-finish = Bitir
setup-done-title = Kampanya kuruldu
setup-done-text = Aşağıda yönetim anahtarınız var. Yalnızca bir kez gösterilir: güvenli bir yerde saklayın.
setup-done-key-label = Yönetim anahtarı
setup-done-next = Şimdi: bir dava ekleyin, ikinci kişi onu kabul etsin, bir gönderi yazın ve o onaylasın.
setup-done-alone = İkinci kişi henüz katılmadı. O katılana kadar hiçbir şey yayımlanamaz, eklediğiniz dava da kimseye gösterilmez.
setup-done-docs = Yönetimi aç
# Above the bot's address.
setup-done-followers = Kampanya buradan takip edilir:
# Heads the list of what is wrong with a form.
setup-error-title = Lütfen bunu kontrol edin
# Variables: $field – the label of the input.
setup-error-required = Lütfen doldurun: { $field }
setup-error-zone = Böyle bir saat dilimi bilinmiyor.
# Of the campaign or of a person. Variables: $max – the most characters.
setup-error-name = Bu ad kullanılamaz. Elle, harf veya rakamlarla yazın, en fazla { NUMBER($max) } karakter.
setup-error-languages = En az bir dil seçin.
# Variables: $folder – its path.
setup-error-folder = Anahtarlar { $folder } klasörüne yazılamıyor. Bu bilgisayara bakan kişinin, hizmete oraya yazma izni vermesi gerekir.
setup-error-start = Hizmet başlatılamadı. Yeniden deneyin; yine olmazsa nedeni, çalıştığı pencerede yazar.
setup-error-link = Bu bağlantı kullanılmış ya da süresi dolmuş. Hizmeti yeniden başlatın; yeni bir bağlantı verir.
setup-error-ours = Bu bilgisayarda bir hata oldu, hiçbir şey değişmedi. Lütfen yeniden deneyin.

## The page on which the passphrase is entered after a restart

unlock-title = Hizmet kilitli
unlock-text = Yeniden başlatıldı. Parola cümlesi girilene kadar hiçbir şey göndermez. Bota yazılanlar Telegram’da bekler, en fazla 24 saat.
unlock-button = Kilidi aç
unlock-wrong = Bu parola cümlesi doğru değil.
unlock-done = Kilit açıldı. Mesajlar yeniden gönderiliyor.
