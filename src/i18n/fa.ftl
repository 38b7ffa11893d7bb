### bray: native-checked = no
### Persian. Keys and variables are those of en.ftl; how to change a text stands at the head of
### scripts/messages.ts.
### A line that would begin with a Latin letter, or that has none but in its variables, begins with the invisible
### right-to-left mark U+200F. A command or @name has the left-to-right mark U+200E before it, or its sign is seen
### at the wrong end. Zero-width non-joiners are part of the spelling; quotation marks are « ».
###
### Tone: the fact first, then the source, then what one can do. Plain and warm. No exclamation marks, no
### emoji. "Accused of", never "criminal". Never promise safety, never urge anybody to attend a hearing.
### Plain text only: bold and links are added by the program.

## Start

# The first thing a new follower reads.
# Variables: $campaign – the campaign's name.
start-welcome =
    این ربات کارزار { $campaign } است و از کسانی خبر می‌دهد که به‌خاطر گفته‌هایشان محاکمه می‌شوند: چه بر سرشان می‌آید، دادگاه چه زمانی تشکیل می‌شود و چه زمانی جلسه‌ای را جابه‌جا می‌کند.

    آنچه از شما نگه داشته می‌شود: شمارهٔ این گفت‌وگو به‌صورت رمزشده، زبان شما و پرونده‌هایی که دنبال می‌کنید. نام شما و آنچه می‌نویسید نگه داشته نمی‌شود. تلگرام می‌داند که شما از این ربات استفاده می‌کنید.

    ‏‎/cases پرونده‌ها را نشان می‌دهد. ‎/help نشان می‌دهد چه کارهای دیگری می‌توانید بکنید.
# For somebody who comes back and still follows cases.
# Variables: $count – how many cases they follow.
start-returning =
    { $count ->
        [one] دوباره خوش آمدید. شما { $count } پرونده را دنبال می‌کنید. ‎/hearings جلسه‌های پیش رو را نشان می‌دهد.
       *[other] دوباره خوش آمدید. شما { $count } پرونده را دنبال می‌کنید. ‎/hearings جلسه‌های پیش رو را نشان می‌دهد.
    }
# For somebody whose messages had stopped (they had blocked the bot) and who is reachable again.
start-reachable-again = پیام‌ها دوباره اینجا به شما می‌رسد. ‎/cases پرونده‌ها را نشان می‌دهد و ‎/stop همهٔ پیام‌ها را متوقف می‌کند.
# Below the welcome. Variables: $places – a list of names in Telegram, such as “@reserve_bot”.
start-reserve = اگر روزی این ربات خاموش شد، ما را اینجا پیدا می‌کنید: { $places }
# The link that was opened names a case that does not exist or is no longer shown.
start-unknown-case = این پیوند به پرونده‌ای می‌رسد که اینجا نیست. این‌ها پرونده‌هایی هستند که می‌توانید دنبال کنید:
start-choose-language = ربات به چه زبانی برایتان بنویسد؟

# On the bot's page in Telegram, before somebody taps “Start” (at most 512 characters). Variables: $campaign.
bot-description = خبر کسانی که به‌خاطر گفته‌هایشان محاکمه می‌شوند، از کارزار { $campaign }: چه بر سرشان می‌آید، دادگاه چه زمانی تشکیل می‌شود و چه زمانی جلسه جابه‌جا می‌شود. تلگرام می‌داند که شما از این ربات استفاده می‌کنید.
# On the bot's profile (at most 120 characters).
bot-short-description = کسانی که به‌خاطر گفته‌هایشان محاکمه می‌شوند: پرونده‌ها و جلسه‌های دادگاه.

## Languages

# Sent in the new language after it was chosen.
language-set = از این پس ربات به فارسی برایتان می‌نویسد.
language-prompt = ربات به فارسی برایتان می‌نویسد. کدام زبان را می‌خواهید؟
# Shown above a text that does not exist in the reader's language (this one).
# Variables: $language – the language the text is in, a language code.
language-fallback =
    { $language ->
        [az] این متن به ترکی آذربایجانی است؛ هنوز به فارسی ترجمه نشده است.
        [en] این متن به انگلیسی است؛ هنوز به فارسی ترجمه نشده است.
        [ru] این متن به روسی است؛ هنوز به فارسی ترجمه نشده است.
        [tr] این متن به ترکی استانبولی است؛ هنوز به فارسی ترجمه نشده است.
        [fa] این متن به فارسی است.
        [fr] این متن به فرانسوی است؛ هنوز به فارسی ترجمه نشده است.
       *[de] این متن به آلمانی است؛ هنوز به فارسی ترجمه نشده است.
    }
# The name of a language, inside a sentence or a list.
# Variables: $language – a language code.
language-name =
    { $language ->
        [az] ترکی آذربایجانی
        [en] انگلیسی
        [ru] روسی
        [tr] ترکی استانبولی
        [fa] فارسی
        [fr] فرانسوی
       *[de] آلمانی
    }

## Commands, as Telegram's menu lists them (at most 256 characters each)

command-start = شروع، یا انتخاب زبان
command-cases = همهٔ پرونده‌ها؛ دنبال کردن یکی یا پایان دادن به آن
command-hearings = جلسه‌های پیش رو
command-language = تغییر زبان
command-discreet = پیام‌های بدون نام، برای تلفنی که شاید دیگران ببینند
command-quiet = ساعت‌هایی که پیام‌های غیرفوری نمی‌آید
command-digest = خلاصهٔ هفتگی پرونده‌هایی که دنبال می‌کنید
command-alerts = یادآوری جلسه‌ها و این‌که اول به چه کسی خبر داده شود
command-privacy = چه چیزی از شما نگه داشته می‌شود و چه چیزی نه
command-stop = توقف همهٔ پیام‌ها
command-forget = پاک کردن هر چه دربارهٔ این گفت‌وگو نگه داشته شده
command-help = این ربات چه کارهایی می‌کند
# In groups and channels, for their admins.
command-follow = دنبال کردن یک پرونده در این گروه
command-unfollow = پایان دنبال کردن یک پرونده در این گروه

## Buttons

button-next = بعدی
button-previous = قبلی
button-back = بازگشت
button-cancel = انصراف
button-follow = دنبال کردن
button-unfollow = دنبال نکردن
button-hearings = جلسه‌ها
button-next-hearing = جلسهٔ بعدی
button-case = پرونده
button-open-in-bot = باز کردن در ربات
button-calendar = افزودن به تقویم
button-map = نقشه
button-attend = من حاضر می‌شوم
button-timeline = روند رویدادها
button-share = هم‌رسانی
# Under an alert or a post: no more messages about this case.
button-stop-case = توقف این پرونده
# Under an alert or a post: no more messages at all.
button-stop-all = توقف همه
button-discreet-on = روشن کردن
button-discreet-off = خاموش کردن
# What a follower may choose as quiet hours, beside hours of their own.
button-quiet-campaign = مانند کارزار
button-quiet-off = بدون ساعت آرام
button-digest-off = بدون خلاصه
button-digest-stop = دیگر خلاصه نفرست
# What a follower may choose about reminders, beside lead times like “7 days” or “3 hours”.
button-alerts-changes = فقط تغییرها
button-tell-first = اول به من خبر بده
button-standing =
    { $standing ->
        [observer] ناظر دادگاه هستم
        [lawyer] وکیل هستم
       *[press] خبرنگار هستم
    }
# A lead time, in a list and on a button, beside “1 day” and “3 hours”.
lead-time-morning = صبح همان روز
# Under the neutral notice of discreet mode.
button-show = نمایش
button-show-picture = نمایش تصویر
button-delete-now = همین حالا حذف شود
button-forget = پاک کردن همه‌چیز
# For staff, under a text that waits for their decision.
button-approve = تأیید
button-reject = رد
# For staff, under a request that waits for a second person.
button-agree = موافقم

## Small parts

# Under a long list. Variables: $page, $pages – numbers, from 1.
page-of = صفحهٔ { NUMBER($page) } از { NUMBER($pages) }
# A fact nobody knows yet, in the place of its value.
value-unknown = هنوز معلوم نیست
unit-days =
    { $count ->
        [one] { $count } روز
       *[other] { $count } روز
    }
unit-hours =
    { $count ->
        [one] { $count } ساعت
       *[other] { $count } ساعت
    }

## Dates and times

# Date and time of a hearing where the court is, then the same moment in UTC.
# Variables: $date, $time; $place – like "Baku, UTC+4"; $utc – the time, with the date if it differs.
format-hearing-time = { $date }، ساعت { $time } ({ $place }؛ { $utc } به وقت UTC)
# Variables: $date, $city.
format-hearing-time-unknown = { $date }، ساعت آن هنوز معلوم نیست ({ $city })
# Any other moment. Variables: $date, $time; $place – like "Baku, UTC+4".
format-instant = { $date }، ساعت { $time } ({ $place })
# Whose clock it is. Variables: $city; $offset – like "UTC+4".
format-place = ‏{ $city }، { $offset }
# Variables: $date, $time.
format-date-and-time = { $date }، ساعت { $time }

## Cases

cases-title = پرونده‌ها
cases-empty = هنوز پرونده‌ای اینجا نیست. وقتی کارزار پرونده‌ای اضافه کند، ‎/cases آن را نشان می‌دهد.
# The heading of a case. Variables: $name – of the case; $country.
case-title = ‏{ $name } ({ $country })
# Variables: $count – how many persons; $names – a list of them.
case-persons =
    { $count ->
        [one] شخص: { $names }
       *[other] اشخاص: { $names }
    }
# Stands on every case that is not real.
case-fictional = این پرونده ساختگی است و برای آزمودن ربات گذاشته شده است.
# Variables: $when – date and time of the next hearing.
case-next-hearing = جلسهٔ بعدی: { $when }
case-no-hearing = در حال حاضر جلسه‌ای معلوم نیست.
case-followed = از این پس این پرونده را دنبال می‌کنید. اگر جلسه‌ای تعیین، جابه‌جا یا لغو شود به شما خبر داده می‌شود. ‎/hearings جلسه‌های پیش رو را نشان می‌دهد.
case-unfollowed = دیگر این پرونده را دنبال نمی‌کنید. دربارهٔ آن چیزی برایتان فرستاده نمی‌شود.
case-already-followed = شما همین حالا هم این پرونده را دنبال می‌کنید.
case-closed = این پرونده بسته شده است. خبر تازه‌ای در پیش نیست، اما می‌توانید آن را بخوانید.
case-gone = این پرونده دیگر اینجا نشان داده نمی‌شود. ‎/cases پرونده‌های دیگر را نشان می‌دهد.
# After “/follow” or “/unfollow” with a short name that no case has.
case-unknown = پرونده‌ای با این نام کوتاه نیست.
unfollow-choose-case = دنبال کردن کدام پرونده را می‌خواهید متوقف کنید؟
# The heading of what happened so far in a case.
case-timeline-title = آنچه تا کنون رخ داده است
case-timeline-empty = هنوز چیزی ثبت نشده است.
case-statement = بیانیهٔ عمومی: { $who }
# Text to pass on with the link to a case. Variables: $name – of the case.
case-share = { $name }: این پرونده چیست و دادگاه چه زمانی تشکیل می‌شود

## Hearings

hearings-title = جلسه‌های پیش رو
hearings-follow-nothing = هنوز پرونده‌ای را دنبال نمی‌کنید. ‎/cases پرونده‌ها را نشان می‌دهد؛ زیر یکی از آن‌ها «دنبال کردن» را لمس کنید تا جلسه‌هایش اینجا بیاید.
hearings-none-known = در پرونده‌هایی که دنبال می‌کنید جلسه‌ای معلوم نیست. وقتی تعیین شود به شما خبر داده می‌شود.
hearing-gone = این جلسه دیگر اینجا نشان داده نمی‌شود. ‎/hearings جلسه‌های پیش رو را نشان می‌دهد.
calendar-no-date = این جلسه تاریخی ندارد که تقویم بتواند نشان دهد. ‎/hearings جلسه‌های پیش رو را نشان می‌دهد.
calendar-file = برای افزودن جلسه به تقویم خود این فایل را باز کنید. اگر دادگاه زمان جلسه را تغییر دهد، تقویم خبردار نمی‌شود؛ این ربات به شما خبر می‌دهد.
attend-count =
    { $count ->
        [one] { $count } نفر گفته است که حاضر می‌شود.
       *[other] { $count } نفر گفته‌اند که حاضر می‌شوند.
    }
attend-note = «من حاضر می‌شوم» فقط شمرده می‌شود و به کسی نشان نمی‌دهد که شما که هستید. این شمار از { NUMBER($from) } نفر به بالا نشان داده و پس از آن روز پاک می‌شود. تلگرام می‌بیند که شما دکمه را زده‌اید.
attend-off = کارزار نمی‌شمارد که چه کسی حاضر می‌شود.
attend-over = دربارهٔ این جلسه دیگر نمی‌توان این را گفت: جلسه گذشته، به روز دیگری افتاده، لغو شده یا غیرعلنی است.
hearing-kind =
    { $kind ->
        [detention] جلسهٔ رسیدگی به بازداشت
        [preliminary] جلسهٔ مقدماتی
        [trial] جلسهٔ محاکمه
        [verdict] اعلام حکم
        [appeal] جلسهٔ تجدیدنظر
        [parole] جلسهٔ آزادی مشروط
       *[other] جلسهٔ دادگاه
    }
hearing-on-day = ‏{ $kind }، { $day }
hearing-status =
    { $status ->
        [scheduled] تعیین شده
        [postponed] به تعویق افتاده
        [cancelled] لغو شده
       *[held] برگزار شده
    }
# Variables: $names – the persons before the court.
hearing-who = در برابر دادگاه: { $names }
hearing-when = زمان: { $when }
hearing-court = دادگاه: { $court }
hearing-room = شعبه یا سالن: { $room }
hearing-room-unknown = شعبه یا سالن: هنوز معلوم نیست
hearing-judge = قاضی: { $judge }
hearing-openness =
    { $openness ->
        [open] جلسه علنی است
        [closed] جلسه غیرعلنی است
       *[unknown] معلوم نیست جلسه علنی باشد
    }
# The same in one word, where old and new value stand side by side.
openness-word =
    { $openness ->
        [open] علنی
        [closed] غیرعلنی
       *[unknown] نامعلوم
    }
# Variables: $count – how many sources; $sources – a list of them.
hearing-sources =
    { $count ->
        [one] منبع: { $sources }
       *[other] منابع: { $sources }
    }
# Variables: $date – when the campaign last checked.
hearing-checked = تاریخ‌ها زیاد تغییر می‌کنند. تاریخ آخرین بررسی: { $date }.
# Above the lines in which sources say different things.
hearing-sources-disagree = منابع با هم یکی نیستند:
# Variables: $source; $value – what it says.
hearing-source-says = به گفتهٔ { $source }: { $value }
hearing-source-says-of = { $field }: به گفتهٔ { $source }: { $value }
card-quote = ‏«{ $words }»
hearing-outcome = نتیجه: { $outcome }
# What was decided on one charge. Variables: $person; $charge – the charge; $ruling – see “ruling”.
hearing-decided = ‏{ $person }، «{ $charge }»: { $ruling }
# The same with what was imposed. Variables: $penalty – see “penalty-size”.
hearing-decided-penalty = ‏{ $person }، «{ $charge }»: { $ruling } ({ $penalty })
# What a court decided on a charge, in a few words. “See below”: the line that follows says it.
ruling =
    { $ruling ->
        [convicted] مجرم شناخته شد
        [acquitted] تبرئه شد
        [dropped] اتهام برداشته شد
        [upheld] رأی پیشین تأیید شد
        [overturned] رأی پیشین نقض شد
        [changed] مجازات تغییر کرد
        [returned] برای رأی تازه بازگردانده شد
        [detained] دستور بازداشت صادر شد
        [released] از بازداشت آزاد شد
       *[other] پایین را ببینید
    }
# What was imposed.
penalty =
    { $kind ->
        [prison] زندان
        [suspended] مجازات تعلیقی
        [house_arrest] حبس خانگی
        [detention] بازداشت
        [community_service] خدمات عمومی
       *[fine] جریمهٔ نقدی
    }
# Variables: $penalty – see “penalty”; $size – how long, such as “2 years, 6 months”, or how much money.
penalty-size = ‏{ $penalty }: { $size }

## Alerts: a title, then lines about the hearing, then the footer

# Variables: $case – its name.
alert-announced-title = جلسهٔ تازه در پروندهٔ «{ $case }»
alert-reminder-tomorrow-title = فردا: جلسه در پروندهٔ «{ $case }»
# Sent on the morning of the day.
alert-reminder-today-title = امروز: جلسه در پروندهٔ «{ $case }»
# Variables: $days – 2 or more.
alert-reminder-days-title =
    { $days ->
        [one] { $days } روز دیگر: جلسه در پروندهٔ «{ $case }»
       *[other] { $days } روز دیگر: جلسه در پروندهٔ «{ $case }»
    }
alert-reminder-hours-title =
    { $hours ->
        [one] { $hours } ساعت دیگر: جلسه در پروندهٔ «{ $case }»
       *[other] { $hours } ساعت دیگر: جلسه در پروندهٔ «{ $case }»
    }
alert-changed-title = تغییر در جلسهٔ پروندهٔ «{ $case }»
# The hearing is at a later time or on a later day than before. Variables: $case – its name.
alert-moved-later-title = به زمانی دیرتر افتاد: جلسه در پروندهٔ «{ $case }»
# The title when a hearing is moved to an earlier time: louder than the others, since whoever relies on the old
# time misses the hearing. The times come first, for the preview on a locked screen.
# Variables: $from, $to – times on the same day; $case – its name; $date.
alert-moved-earlier = زودتر: ساعت { $to } به جای { $from }. جلسهٔ پروندهٔ «{ $case }» جلو افتاد و زودتر برگزار می‌شود. روز: { $date }.
# The same when the day changes too. Variables: $from, $to – date and time; $case.
alert-moved-earlier-day = زودتر: جلسهٔ پروندهٔ «{ $case }» به روزی زودتر افتاد. اکنون: { $to }. پیش‌تر: { $from }.
# One line per changed fact. Variables: $field – its name (see field-name); $from, $to – its old and new value.
alert-change-line = { $field }: پیش‌تر { $from }، اکنون { $to }
field-name =
    { $field ->
        [status] وضعیت
        [localDate] تاریخ
        [localTime] ساعت
        [zone] منطقهٔ زمانی
        [kind] نوع جلسه
        [court] دادگاه
        [room] شعبه یا سالن
        [openness] علنی یا غیرعلنی
        [judge] قاضی
        [outcome] نتیجه
        [charge] اتهام
        [sources] منابع
       *[checkedOn] تاریخ آخرین بررسی
    }
alert-postponed-title = به تعویق افتاد: جلسه در پروندهٔ «{ $case }»
# Variables: $when – the new date and time.
alert-postponed-to = تاریخ تازه: { $when }
alert-postponed-no-date = تاریخ تازه هنوز معلوم نیست. وقتی معلوم شود به شما خبر داده می‌شود.
# Variables: $when – when it would have been.
alert-no-longer-at = جلسه در این زمان برگزار نمی‌شود: { $when }
alert-cancelled-title = لغو شد: جلسه در پروندهٔ «{ $case }»
alert-outcome-title = نتیجهٔ جلسه در پروندهٔ «{ $case }»
alert-outcome-taken-back = دربارهٔ نتیجه اشتباه کردیم. معلوم نیست جلسه به چه نتیجه‌ای رسیده است.
# It was held, and goes on another day. Variables: $case – its name.
alert-adjourned-title = به وقت دیگر موکول شد: جلسه در پروندهٔ «{ $case }»
# The heading above the next hearing.
alert-adjourned = ادامهٔ رسیدگی:
# The day after a hearing of which nothing new is known. Variables: $case – its name.
alert-no-outcome-title = هنوز خبری نیست: جلسه در پروندهٔ «{ $case }»
# Variables: $when – when it was to be.
alert-no-outcome = قرار بود جلسه در این زمان برگزار شود: { $when }. نتیجهٔ آن هنوز معلوم نیست.
alert-no-next-date = تاریخ بعدی معلوم نیست.
# Variables: $when – the moment at which the message was due.
alert-late = با تأخیر: این پیام باید در این زمان به شما می‌رسید: { $when }.
# The same, where the moment is no longer known.
alert-late-sent = با تأخیر: این پیام باید زودتر به شما می‌رسید.
alert-repeat = تکراری: شاید این را پیش‌تر دریافت کرده باشید.
alert-unconfirmed = هنوز نفر دوم آن را تأیید نکرده است.
# A move that was told before a second person had confirmed it, now confirmed. Variables: $case – its name.
alert-confirmed-title = تأیید شد: جلسه در پروندهٔ «{ $case }»
# What was told turned out to be wrong. Variables: $case – its name.
alert-corrected-title = تصحیح: جلسه در پروندهٔ «{ $case }»
# Variables: $when – the date and time that were told.
alert-wrong-move = اشتباه کردیم: جلسه به این زمان منتقل نشده است: { $when }.
# Variables: $when – date and time.
alert-correct-when = درست: { $when }
# Below “Not yet confirmed by a second person”. Variables: $when – the date and time that two people have confirmed.
alert-confirmed-so-far = آنچه تاکنون تأیید شده: { $when }
# In a reminder, beside the confirmed time. Variables: $when – date and time.
alert-reported-move = گزارش شده و هنوز نفر دوم تأیید نکرده است: انتقال به { $when }
# At the foot of every alert.
alert-decide-yourself = خودتان تصمیم بگیرید که بروید یا نه. پلیس در جلسه‌های دادگاه افرادی را بازداشت کرده است.

## Incidents

incident-title =
    { $kind ->
        [arrest] بازداشت: «{ $case }»
        [search] تفتیش: «{ $case }»
        [attack] حمله: «{ $case }»
        [transfer] انتقال به جای دیگر: «{ $case }»
        [health] وضع سلامت: «{ $case }»
        [demolition] تخریب: «{ $case }»
       *[release] آزادی: «{ $case }»
    }
incident-kind =
    { $kind ->
        [arrest] چه: بازداشت
        [search] چه: تفتیش
        [attack] چه: حمله
        [transfer] چه: انتقال به جای دیگر
        [health] چه: وضع سلامت
        [demolition] چه: تخریب
       *[release] چه: آزادی
    }
incident-more-title = آگاهی بیشتر: «{ $case }»
incident-correction-title = تصحیح: «{ $case }»
incident-wrong = اشتباه گفته بودیم: { $told }
incident-correct = درست این است: { $fact }
incident-not-repeated = بخشی از آنچه در این باره گفتیم نادرست بود یا نباید گفته می‌شد. اینجا تکرار نمی‌شود.
incident-did-not-happen = تا آنجا که اکنون می‌دانیم، چنین چیزی رخ نداده است.
incident-confirmed = این خبر از آن پس تأیید شده است.
incident-reported = به گزارش { $sources }. هنوز بیش از این نمی‌دانیم.
incident-alleged = ادعا شده است و تأیید نشده. منبع: { $sources }
incident-who = چه کسی: { $names }
incident-when = چه وقت: { $when }
incident-where = کجا: { $place }
person-role =
    { $role ->
        [minor] یک فرد زیر سن قانونی
        [witness] یک شاهد
       *[victim] یک قربانی
    }
person-roles =
    { $role ->
        [minor] افراد زیر سن قانونی: { NUMBER($count) }
        [witness] شاهدان: { NUMBER($count) }
       *[victim] قربانیان: { NUMBER($count) }
    }
disclosure-word =
    { $disclosure ->
        [health] وضع سلامت
       *[torture] شکنجه
    }

## Posts

# Under a post: the case it is about. Variables: $case – its name.
post-case-line = دربارهٔ پروندهٔ { $case }

## Stop

stop-done = متوقف شد. دیگر چیزی برایتان فرستاده نمی‌شود. زبان انتخابی شما می‌ماند تا بتوانید با ‎/start برگردید؛ ‎/forget آن را هم پاک می‌کند.
stop-nothing = شما پرونده‌ای را دنبال نمی‌کنید، پس چیزی هم برایتان فرستاده نمی‌شود. ‎/cases پرونده‌ها را نشان می‌دهد.
stop-cancelled = چیزی تغییر نکرد.

## Forget

forget-confirm =
    هر چه دربارهٔ این گفت‌وگو نگه داشته شده پاک شود؟ یعنی پرونده‌هایی که دنبال می‌کنید، زبان شما، حالت پوشیده، ساعت‌های آرام و پیام‌هایی که هنوز به شما نرسیده است.

    این کار بی‌درنگ انجام می‌شود و برگشت‌پذیر نیست.
forget-done = پاک شد:
# The lines under “Erased:”. Variables: $count.
forget-done-follows =
    { $count ->
        [one] { $count } پرونده که دنبال می‌کردید
       *[other] { $count } پرونده که دنبال می‌کردید
    }
forget-done-chat = شمارهٔ رمزشدهٔ این گفت‌وگو
forget-done-language = زبان شما
forget-done-discreet = تنظیم حالت پوشیده
forget-done-quiet = ساعت‌های آرام شما
forget-done-digest = درخواست شما برای خلاصهٔ هفتگی
forget-done-attendance =
    { $count ->
        [one] گفتهٔ شما دربارهٔ حضور در { $count } جلسه
       *[other] گفتهٔ شما دربارهٔ حضور در { $count } جلسه
    }
forget-done-alerts = انتخاب شما برای یادآوری‌ها و این‌که اول به شما خبر داده شود یا نه
forget-done-staff = پیوند این گفت‌وگو با حساب شما در گروه کارزار
forget-done-pending =
    { $count ->
        [one] { $count } پیام که در راه بود
       *[other] { $count } پیام که در راه بود
    }
forget-done-deleted =
    { $count ->
        [one] { $count } پیام در این گفت‌وگو
       *[other] { $count } پیام در این گفت‌وگو
    }
forget-remains = پیام‌های قدیمی‌تر روی این تلفن می‌ماند. این گفت‌وگو را خودتان حذف کنید. تلگرام همچنان می‌داند که شما از این ربات استفاده کرده‌اید.
forget-nothing = چیزی دربارهٔ این گفت‌وگو نگه داشته نشده بود.

## Privacy

privacy-title = چه چیزی از شما نگه داشته می‌شود
privacy-stored = نگه داشته می‌شود: شمارهٔ این گفت‌وگو به‌صورت رمزشده؛ زبان شما؛ پرونده‌هایی که دنبال می‌کنید؛ اینکه حالت پوشیده روشن است یا نه؛ ساعت‌های آرام شما؛ اینکه خلاصهٔ هفتگی را کی می‌گیرید، اگر می‌گیرید؛ یادآوری‌هایی که انتخاب کرده‌اید؛ و این‌که اول به شما خبر داده شود یا نه، و اگر گفته باشید، به چه عنوان. در حالت پوشیده، این هم به‌صورت رمزشده و حداکثر برای دو روز: کدام پیام‌ها باید حذف شوند.
privacy-attendance = اگر «من حاضر می‌شوم» را بزنید: نشانه‌ای که فقط شمرده می‌شود، برای هر جلسه جداست و پس از آن روز پاک می‌شود.
privacy-not-stored = نگه داشته نمی‌شود: نام شما، نام کاربری شما، شمارهٔ تلفن شما و آنچه می‌نویسید. نوشتهٔ شما یک بار برای پاسخ دادن خوانده و سپس پاک می‌شود.
privacy-how-long = تا کی: تا وقتی خودتان پاک کنید. ‎/forget بی‌درنگ پاک می‌کند.
privacy-staff = دست‌اندرکاران کارزار می‌بینند چند نفر پرونده‌ای را دنبال می‌کنند، نه اینکه چه کسانی. گفت‌وگوی شما در هیچ صفحه‌ای و در هیچ خروجی‌ای دیده نمی‌شود.
privacy-telegram = تلگرام می‌داند که شما از این ربات استفاده می‌کنید و پیام‌های این گفت‌وگو را نگه می‌دارد. هر کس تلفن شما را باز کند می‌تواند آن‌ها را بخواند. ما نمی‌توانیم این را تغییر دهیم.
privacy-groups = در گروه، همهٔ اعضا آنچه را ربات می‌نویسد می‌بینند.

## Discreet mode

discreet-explain =
    حالت پوشیده برای تلفنی است که شاید دیگران به آن نگاه کنند. در این حالت در پیام‌ها فقط نوشته می‌شود «به‌روزرسانی موجود است»، بدون نام‌ها و بدون دادگاه. برای خواندن لمس می‌کنید و متن پس از خواندن، و حداکثر پیش از گذشت دو روز، حذف می‌شود.

    این حالت متن را پنهان می‌کند، نه اینکه از این ربات استفاده می‌کنید: این را تلگرام و هر کس که این گفت‌وگو را باز کند می‌بیند.
discreet-state =
    { $state ->
        [on] حالت پوشیده روشن است.
       *[off] حالت پوشیده خاموش است.
    }
discreet-turned-on = حالت پوشیده روشن شد. پیام‌هایی که از پیش اینجا هستند می‌مانند: اگر لازم است، خودتان حذفشان کنید.
discreet-turned-off = حالت پوشیده خاموش شد. پیام‌ها دوباره با متن کامل می‌آیند.
# The whole message in discreet mode: it must tell a stranger nothing.
discreet-notice = به‌روزرسانی موجود است
# Under the text once shown. Variables: $when – the moment of deletion.
discreet-deletes-at = این پیام با لمس «همین حالا حذف شود» حذف می‌شود، و حداکثر تا این زمان: { $when }.
discreet-deleted = حذف شد.
discreet-gone = این به‌روزرسانی دیگر در دسترس نیست. ‎/hearings جلسه‌های پیش رو را نشان می‌دهد.

## Quiet hours

quiet-explain =
    در ساعت‌های آرام، ربات چیزی نمی‌فرستد که بتواند تا پایان آن‌ها صبر کند. آنچه دربارهٔ جلسه‌ای است که یک روز یا کمتر به آن مانده یا جلو افتاده است، در هر ساعتی می‌آید؛ خبر بازداشت، تفتیش، حمله یا تخریب هم در همان روز رویداد.

    این ساعت‌ها به وقت جایی است که پرونده در آن رسیدگی می‌شود: ربات نمی‌داند شما کجا هستید.
# Variables: $hours – a span, as in quiet-span.
quiet-state-own = ساعت‌های آرام شما: { $hours }
quiet-state-off = شما ساعت آرام ندارید: پیام‌ها در هر ساعتی می‌آید.
quiet-state-campaign = ساعت‌های آرام کارزار برای شما هم برقرار است: { $hours }
quiet-state-campaign-none = برای شما همان است که کارزار دارد، و کارزار ساعت آرام ندارد.
quiet-set = این دربارهٔ پیام‌هایی است که از این پس آماده می‌شود. پیام‌هایی که از پیش در انتظارند سر وقت خودشان می‌آیند.
# Hours of the clock, also on a button. Variables: $from, $to – times.
quiet-span = از { $from } تا { $to }

## Reminders, and who is told first

alerts-explain = وقتی جلسه‌ای تعیین، جابه‌جا یا لغو شود، در هر حال به شما خبر داده می‌شود. اینجا انتخاب می‌کنید که چه مدت پیش از جلسه به شما یادآوری شود و آیا پیش از دیگران به شما خبر داده شود.
# Variables: $times – a list of lead times, such as “7 days, 3 hours”.
alerts-state-campaign = یادآوری پیش از جلسه، مانند کارزار: { $times }
alerts-state-campaign-none = یادآوری: مانند کارزار، و کارزار یادآوری نمی‌فرستد.
# Variables: $times – as above.
alerts-state-own = یادآوری پیش از جلسه، به انتخاب شما: { $times }
alerts-state-changes = بدون یادآوری: فقط تغییرها به شما خبر داده می‌شود.
alerts-state-first = پیش از دنبال‌کنندگان دیگر به شما خبر داده می‌شود.
alerts-state-not-first = همراه با دنبال‌کنندگان دیگر به شما خبر داده می‌شود.
alerts-state-standing =
    { $standing ->
        [observer] به‌عنوان ناظر دادگاه پیش از دنبال‌کنندگان به شما خبر داده می‌شود.
        [lawyer] به‌عنوان وکیل پیش از دنبال‌کنندگان به شما خبر داده می‌شود.
       *[press] به‌عنوان خبرنگار پیش از دنبال‌کنندگان به شما خبر داده می‌شود.
    }
alerts-set = نگه داشته شد. این دربارهٔ پیام‌هایی است که از این پس زمانشان می‌رسد.

## The weekly summary

digest-explain = ربات می‌تواند هفته‌ای یک بار پیامی دربارهٔ همهٔ پرونده‌هایی که دنبال می‌کنید بفرستد: چه رخ داده و چه در پیش است. این پیام در کنار پیام‌های دیگر می‌آید، نه به جای آن‌ها. ساعت بر پایهٔ ساعت کارزار است و ساعت‌های آرام شما رعایت می‌شود.
digest-state-off = خلاصهٔ هفتگی نمی‌گیرید.
digest-state-on = هر هفته خلاصه می‌گیرید: { $when }
digest-slot = ‏{ $weekday }، { $time }
digest-title = هفتهٔ گذشته در پرونده‌هایی که دنبال می‌کنید
digest-incident = ‏{ $what } ({ $date })
digest-hearing = ‏{ $kind }، { $when }: { $status }
digest-hearing-new = تازه تعیین شد: { $kind }، { $when }
digest-hearing-changed = تغییر کرد: { $kind }، اکنون { $when }
digest-next = در پیش: { $kind }، { $when }
digest-posts =
    { $count ->
        [one] { $count } نوشته منتشر شد.
       *[other] { $count } نوشته منتشر شد.
    }
digest-incidents =
    { $count ->
        [one] خبر تازه از { $count } رویداد.
       *[other] خبر تازه از { $count } رویداد.
    }
digest-hearings =
    { $count ->
        [one] خبر تازه از { $count } جلسه.
       *[other] خبر تازه از { $count } جلسه.
    }
digest-ahead =
    { $count ->
        [one] در پیش: { $count } جلسه.
       *[other] در پیش: { $count } جلسه.
    }
digest-more =
    { $count ->
        [one] در { $count } پروندهٔ دیگر نیز خبری هست: ‎/cases آن را نشان می‌دهد.
       *[other] در { $count } پروندهٔ دیگر نیز خبری هست: ‎/cases آن‌ها را نشان می‌دهد.
    }

## Help and things that go wrong

help-text =
    این ربات از کسانی خبر می‌دهد که به‌خاطر گفته‌هایشان محاکمه می‌شوند.

    ‏‎/cases – پرونده‌ها؛ دنبال کردن یکی یا پایان دادن به آن
    ‏‎/hearings – جلسه‌های پیش رو
    ‏‎/language – تغییر زبان
    ‏‎/discreet – پیام‌های بدون نام، برای تلفنی که شاید دیگران ببینند
    ‏‎/quiet – ساعت‌هایی که پیام‌های غیرفوری نمی‌آید
    ‏‎/digest – خلاصهٔ هفتگی
    ‏‎/alerts – جلسه‌ها کی به شما یادآوری می‌شود
    ‏‎/privacy – چه چیزی از شما نگه داشته می‌شود
    ‏‎/stop – توقف همهٔ پیام‌ها
    ‏‎/forget – پاک کردن هر چه دربارهٔ این گفت‌وگو نگه داشته شده
# Below the list of commands, where the campaign has it switched on. Variables: $bot – “@” and the bot’s name.
help-inline = در هر گفت‌وگوی دیگری { $bot } و نام پرونده را بنویسید تا کارت آن را همان‌جا هم‌رسانی کنید.
help-unknown-input = ربات فقط فرمان‌ها و دکمه‌ها را می‌فهمد؛ کسی آنچه را اینجا می‌نویسید نمی‌خواند. ‎/help نشان می‌دهد ربات چه کارهایی می‌کند.
help-unknown-command = ربات این فرمان را نمی‌شناسد. ‎/help فرمان‌های شناخته‌شده را نشان می‌دهد.
# Variables: $limit – how many characters are allowed.
help-text-too-long =
    { $limit ->
        [one] این متن خیلی بلند است: حداکثر { $limit } نویسه. کسی آنچه را اینجا می‌نویسید نمی‌خواند؛ ‎/help نشان می‌دهد ربات چه کارهایی می‌کند.
       *[other] این متن خیلی بلند است: حداکثر { $limit } نویسه. کسی آنچه را اینجا می‌نویسید نمی‌خواند؛ ‎/help نشان می‌دهد ربات چه کارهایی می‌کند.
    }
# Shown briefly when a button of an old message is tapped.
button-outdated = این دکمه از پیامی قدیمی است و دیگر کار نمی‌کند. ‎/cases وضعیت کنونی را نشان می‌دهد.
error-ours = خطایی از سوی ما رخ داد. چیزی گم نشده است: ربات خودش دوباره تلاش می‌کند.
# After several tries.
error-given-up = کاری که خواسته بودید انجام نشد؛ خطا از سوی ما بود. لطفاً دوباره درخواست کنید.
private-only = این فقط در گفت‌وگوی خصوصی با ربات کار می‌کند.

## Groups and channels

# Variables of the texts below: $chat – where it is written.
group-off =
    { $chat ->
        [group] کارزار دنبال کردن پرونده‌ها در گروه‌ها را خاموش کرده است، چون نشان می‌دهد چه کسانی به آن تعلق دارند. در گفت‌وگوی خصوصی با ربات می‌توانید دنبال کنید.
       *[channel] کارزار دنبال کردن پرونده‌ها در کانال‌ها را خاموش کرده است، چون نشان می‌دهد چه کسانی به آن تعلق دارند. در گفت‌وگوی خصوصی با ربات می‌توانید دنبال کنید.
    }
group-admins-only =
    { $chat ->
        [group] فقط مدیران این گروه می‌توانند این کار را بکنند.
       *[channel] فقط مدیران این کانال می‌توانند این کار را بکنند.
    }
group-warning =
    { $chat ->
        [group] همهٔ اعضای این گروه، و هر کس که تلفن یکی از اعضا را باز کند، می‌بیند که این گروه پرونده را دنبال می‌کند.
       *[channel] هر کس این کانال را بخواند می‌بیند که کانال پرونده را دنبال می‌کند.
    }
group-choose-case =
    { $chat ->
        [group] این گروه کدام پرونده را دنبال کند؟
       *[channel] این کانال کدام پرونده را دنبال کند؟
    }
group-choose-case-to-unfollow =
    { $chat ->
        [group] این گروه کدام پرونده را دیگر دنبال نکند؟
       *[channel] این کانال کدام پرونده را دیگر دنبال نکند؟
    }
# When the bot is added. Variables: $campaign – the campaign's name.
group-welcome =
    { $chat ->
        [group] این ربات کارزار { $campaign } است. مدیران می‌توانند با ‎/follow انتخاب کنند که این گروه کدام پرونده را دنبال کند. همهٔ اعضا این را می‌بینند.
       *[channel] این ربات کارزار { $campaign } است. مدیران می‌توانند با ‎/follow انتخاب کنند که این کانال کدام پرونده را دنبال کند. همهٔ خوانندگان این را می‌بینند.
    }
# Variables: $case – its name.
group-followed =
    { $chat ->
        [group] این گروه اکنون این پرونده را دنبال می‌کند: { $case }
       *[channel] این کانال اکنون این پرونده را دنبال می‌کند: { $case }
    }
group-unfollowed =
    { $chat ->
        [group] این گروه دیگر این پرونده را دنبال نمی‌کند: { $case }
       *[channel] این کانال دیگر این پرونده را دنبال نمی‌کند: { $case }
    }
group-follows-nothing =
    { $chat ->
        [group] این گروه پرونده‌ای را دنبال نمی‌کند.
       *[channel] این کانال پرونده‌ای را دنبال نمی‌کند.
    }
group-stopped =
    { $chat ->
        [group] این گروه دیگر پرونده‌ای را دنبال نمی‌کند. دیگر چیزی به اینجا فرستاده نمی‌شود.
       *[channel] این کانال دیگر پرونده‌ای را دنبال نمی‌کند. دیگر چیزی به اینجا فرستاده نمی‌شود.
    }
# What the bot can do where several people read.
group-help =
    { $chat ->
        [group] این ربات می‌تواند وقتی دادگاهی در پرونده‌ای تشکیل می‌شود یا زمان جلسه تغییر می‌کند، اینجا بنویسد. برای مدیران این گروه: ‎/follow پرونده‌ای را انتخاب می‌کند، ‎/unfollow آن را کنار می‌گذارد، ‎/stop همه را متوقف می‌کند. همهٔ اعضا می‌بینند که گروه کدام پرونده‌ها را دنبال می‌کند.
       *[channel] این ربات می‌تواند وقتی دادگاهی در پرونده‌ای تشکیل می‌شود یا زمان جلسه تغییر می‌کند، اینجا بنویسد. برای مدیران این کانال: ‎/follow پرونده‌ای را انتخاب می‌کند، ‎/unfollow آن را کنار می‌گذارد، ‎/stop همه را متوقف می‌کند. هر خواننده‌ای می‌بیند که کانال کدام پرونده‌ها را دنبال می‌کند.
    }

## Staff, in their private chat with the bot

staff-linked = این گفت‌وگو به حساب شما در گروه کارزار وصل شد. متن‌هایی که منتظر تأیید شما هستند اینجا می‌آیند.
staff-code-wrong = این کد درست نیست. از هماهنگ‌کننده کد تازه‌ای بخواهید.
staff-code-used = این کد پیش‌تر استفاده شده یا مهلتش گذشته است. از هماهنگ‌کننده کد تازه‌ای بخواهید.
staff-post-again = تأیید این متن دیگر معتبر نیست: کسی که آن را داده از گروه رفته یا چیزی که تأیید آن را در بر می‌گیرد تغییر کرده است. بخشی از آن بیرون رفته است؛ تا کسی دوباره تأیید نکند بقیه بیرون نمی‌رود.
# Variables: $case – its name; $language – name of the language.
staff-approval-title = برای تأیید: مطلبی دربارهٔ پروندهٔ «{ $case }»، به زبان { $language }
# Variables: $author – who wrote the text; $editor – who changed it last.
staff-approval-author = نویسنده: { $author }؛ آخرین ویرایش: { $editor }
# The text itself follows after this line.
staff-approval-text-follows = متن، درست همان‌طور که منتشر می‌شود:
staff-approval-undescribed = کسی نگفته است تصویر چه نشان می‌دهد: متن به عنوان اضطراری تحویل شده است. کسی که تصویر را نمی‌بیند چیزی از آن نمی‌فهمد.
# Variables: $alt – what the picture shows.
staff-approval-picture = تصویری که همراه متن منتشر می‌شود. شرح آن برای کسانی که نمی‌توانند آن را ببینند: { $alt }
# When the post may go out. Variables: $from, $to – date and time.
staff-window-between = انتشار نه پیش از { $from } و نه پس از { $to }.
staff-window-from = انتشار نه پیش از { $from }.
staff-window-until = انتشار پس از تأیید، و نه پس از { $to }.
staff-window-at-once = به‌محض تأیید منتشر می‌شود.
staff-approval-accounts = همچنین به این‌ها می‌رود: { $accounts }
staff-approval-account =
    { $parts ->
        [1] ‏{ $handle } ({ $network })
        [one] ‏{ $handle } ({ $network }، { $parts } بخش)
       *[other] ‏{ $handle } ({ $network }، { $parts } بخش)
    }
staff-approval-cost = هزینهٔ برآوردشده: { $cost }
staff-approval-embargo = ممنوعیت انتشار: افراد فهرست رسانه‌ها بی‌درنگ دریافت می‌کنند، دیگران نه پیش از { $until }.
staff-approval-warning = هشدار محتوا: { $warning }
content-warning =
    { $kind ->
        [torture] شکنجه
        [sexual_violence] خشونت جنسی
        [death] مرگ
        [suicide] خودکشی
       *[violence] خشونت
    }
# What a post is. Variables: $kind.
post-kind =
    { $kind ->
        [press_release] بیانیهٔ مطبوعاتی
       *[update] خبر
    }
# A line: how many approvals beside its author’s word a kind of post takes. Variables: $kind – one of post-kind; $needed – 1 or 2.
staff-approvals-kind = { $kind }: { NUMBER($needed) } تأیید
staff-button-risk = تأیید با دکمهٔ تلگرام: هر کس این تلفن را در دست داشته باشد می‌تواند تأیید کند. تلگرام می‌بیند چه چیزی را تأیید می‌کنید. متن را بررسی کنید و بعد تصمیم بگیرید.
staff-approved = تأیید شد.
# Somebody approved a text that waits for somebody else as well. Variables: $given – approvals given; $needed – approvals it takes.
staff-approved-partly = تأیید شد: { NUMBER($given) } از { NUMBER($needed) }. پس از تأیید یک نفر دیگر منتشر می‌شود.
staff-rejected = رد شد. نویسنده تصمیم شما را می‌بیند.
# Why a decision was not accepted.
staff-refused =
    { $reason ->
        [own-text] این را خودتان نوشته یا ثبت کرده‌اید. باید نفر دومی آن را تأیید کند.
        [own-edit] پس از آخرین تأیید، خود شما چیزی در این متن تغییر داده‌اید. کسی باید آن را تأیید کند که چیزی در آن تغییر نداده است.
        [language-not-read] شما اعلام نکرده‌اید که این زبان را می‌خوانید.
        [changed-since] پس از فرستادن برای شما تغییر کرده است. نسخهٔ تازه در پیامی جداگانه می‌آید.
        [already-decided] در این باره پیش‌تر تصمیم گرفته شده است.
        [approved-already] شما این را پیش‌تر تأیید کرده‌اید. یک نفر دیگر هم باید آن را تأیید کند.
        [policy-changed] اکنون بیش از زمان سپردن این متن تأیید لازم است. باید دوباره سپرده شود.
        [case-waits] خود پرونده منتظر نفر دوم است. نخست با آن موافقت کنید یا از کسی بخواهید.
        [not-in-review] این دیگر منتظر تأیید نیست.
        [card-outdated] پس از ساختن کارت، اطلاعات تغییر کرده است. نوشته کارت تازه‌ای می‌خواهد.
        [window-past] زمانی که این باید منتشر می‌شد گذشته است.
        [key-needed] در این باره در کنسول و با کلید خود تصمیم می‌گیرید: آن را آنجا باز کنید.
        [key-refused] کلید پذیرفته نشد. دوباره تلاش کنید.
        [consent-missing] رضایت به آنچه این متن دربارهٔ وضع سلامت یا شکنجه می‌گوید وجود ندارد یا پس گرفته شده است.
       *[not-an-approver] حساب شما اجازهٔ تأیید این را ندارد.
    }
# Variables: $case – its name.
staff-hearing-title = برای تأیید: تغییر جلسه در پروندهٔ «{ $case }»
staff-hearing-new-title = برای تأیید: جلسهٔ تازه در پروندهٔ «{ $case }»
staff-hearing-recorded-by = ثبت‌کننده: { $author }
staff-facts-then =
    { $told ->
        [at-once] پس از تأیید شما، بی‌درنگ به دنبال‌کنندگان پرونده خبر داده می‌شود.
        [reminded] پس از تأیید شما، در این باره فوراً به کسی خبر داده نمی‌شود. این در یادآوری‌های بعدی گفته می‌شود.
       *[nothing] پس از تأیید شما، در این باره به کسی خبر داده نمی‌شود.
    }
staff-reach-last =
    { $how ->
        [longer] تا خبر به آخرین نفر برسد، بیش از { $lasts } طول می‌کشد.
       *[about] تا خبر به آخرین نفر برسد، حدود { $lasts } طول می‌کشد؛ و اگر در این میان چیز فوری‌تری فرستاده شود، بیشتر.
    }
staff-reach-quiet = به کسانی که ساعت‌های آرام دارند، پس از پایان آن ساعت‌ها خبر داده می‌شود.
staff-hearing-by-partner = برنامهٔ پایش یک همکار گزارش داده است. هنوز کسی در کارزار آن را بررسی نکرده است.
staff-hearing-differs = { $partner } چیز دیگری گزارش می‌دهد، در پروندهٔ { $case }
staff-hearing-differs-then = تغییری در این جلسه از پیش در انتظار تأیید است. از دادگاه بپرسید کدام درست است، سپس دربارهٔ آن تصمیم بگیرید.
# Everyone who may decide is called several times. Variables: $nth – which call this is; $of – how many there are.
staff-hearing-call = فراخوان { NUMBER($nth) } از { NUMBER($of) }.
# What happens if nobody decides within a few minutes after the last call.
staff-hearing-unanswered =
    { $cameTo ->
        [told] اگر تا چند دقیقهٔ دیگر کسی تصمیم نگیرد، زمان زودتر با این یادداشت که نفر دوم هنوز تأیید نکرده به دنبال‌کنندگان گفته می‌شود.
       *[withheld] تا کسی تصمیم نگیرد، به دنبال‌کنندگان چیزی گفته نمی‌شود.
    }
# After the last call nobody has decided.
staff-hearing-wait-over =
    { $cameTo ->
        [told] کسی تصمیم نگرفت. زمان زودتر با این یادداشت که نفر دوم هنوز تأیید نکرده به دنبال‌کنندگان گفته می‌شود. تصمیم شما هنوز لازم است: پس از آن به آنان گفته می‌شود که تأیید شد یا اشتباه بود.
       *[withheld] کسی تصمیم نگرفت. به دنبال‌کنندگان چیزی گفته نمی‌شود: با حرف یک نفر تنها جلو افتادنی گفته می‌شود که وکیل یا هماهنگ‌کننده ثبت کرده باشد. تصمیم شما هنوز لازم است.
    }
# To whoever recorded the change. Variables: $case – its name.
staff-hearing-undecided = تغییری که شما در جلسهٔ پروندهٔ «{ $case }» ثبت کردید
# Before the question about a hearing whose approval counts no longer. Variables: $case – its name.
staff-hearing-again = تأییدی که یک جلسهٔ دادگاه در پروندهٔ { $case } بر آن تکیه دارد دیگر معتبر نیست: کسی که آن را داده از گروه رفته یا نامی تغییر کرده است. تا کسی دوباره تأیید نکند، این جلسه به هیچ‌کس یادآوری نمی‌شود. آن را با منبعش مقایسه کنید.
# When less than a day is left. Variables: $hours – until the hearing.
staff-hearing-urgent =
    { $hours ->
        [one] کمتر از { $hours } ساعت مانده است. همهٔ تأییدکنندگان فراخوانده می‌شوند.
       *[other] کمتر از { $hours } ساعت مانده است. همهٔ تأییدکنندگان فراخوانده می‌شوند.
    }
staff-hearing-approved = تأیید شد. تغییر برقرار است و به دنبال‌کنندگان خبر داده می‌شود.
staff-hearing-rejected = رد شد. آنچه پیش‌تر معلوم بود برقرار می‌ماند.
# To whoever recorded it. Variables: $what – of what; $name – who decided; $case – its name.
staff-recorded-decided =
    { $what ->
        [hearing-approved] { $name } آنچه را دربارهٔ جلسه‌ای در پروندهٔ «{ $case }» ثبت کردید تأیید کرد. اکنون برقرار است.
        [hearing-rejected] { $name } آنچه را دربارهٔ جلسه‌ای در پروندهٔ «{ $case }» ثبت کردید رد کرد. آنچه پیش‌تر معلوم بود برقرار می‌ماند.
       *[incident-rejected] { $name } آنچه را دربارهٔ رویدادی در پروندهٔ «{ $case }» ثبت کردید رد کرد. آنچه پیش‌تر معلوم بود برقرار می‌ماند.
    }
staff-incident-new-title = برای تأیید: رویدادی در پروندهٔ «{ $case }»
staff-incident-title =
    { $amendment ->
        [adds] برای تأیید: آگاهی بیشتر دربارهٔ رویدادی در پروندهٔ «{ $case }»
        [corrects] برای تأیید: تصحیح رویدادی در پروندهٔ «{ $case }»
       *[withholds] برای تأیید: بازپس‌گیری اطلاعات خصوصی رویدادی در پروندهٔ «{ $case }»
    }
staff-incident-was = اکنون برقرار: { $was }
staff-incident-retracted = آن‌گونه که گفته شد رخ نداده است. این به دنبال‌کنندگان گفته می‌شود.
staff-incident-consent = در آن گفته می‌شود: { $what }. رضایت ثبت شده است.
staff-incident-expired = فرستاده نشد: خبر رویدادی در پروندهٔ «{ $case }»
# Somebody asks to stop or start what is going out; it takes a second person. Variables: $case – its name.
staff-broadcast-asked =
    { $what ->
        [alert-pause] برای موافقت: نگه داشتن اطلاع‌رسانی در پروندهٔ «{ $case }»
        [alert-cancel] برای موافقت: لغو باقی‌ماندهٔ اطلاع‌رسانی در پروندهٔ «{ $case }»
       *[post-resume] برای موافقت: ادامهٔ ارسال مطلبی دربارهٔ پروندهٔ «{ $case }»
    }
# Variables: $name – who asked; $until – date and time.
staff-broadcast-asked-by = درخواست‌کننده: { $name }. نفر دومی لازم است؛ مهلت درخواست: { $until }.
# What follows from agreeing.
staff-broadcast-asked-then =
    { $what ->
        [alert-pause] تا وقتی کسی آن را از سر نگیرد، به هیچ کس دیگری خبر داده نمی‌شود.
        [alert-cancel] دیگر به هیچ کس خبر داده نمی‌شود.
       *[post-resume] به همهٔ کسانی که هنوز آن را نگرفته‌اند فرستاده می‌شود.
    }
# Somebody has stopped or started what is going out. Variables: $case – its name.
staff-broadcast-done =
    { $what ->
        [post-pause] نگه داشته شد: مطلب دربارهٔ پروندهٔ «{ $case }». تا وقتی دو نفر آن را از سر نگیرند، کس دیگری آن را نمی‌گیرد.
        [post-resume] ادامه دارد: مطلب دربارهٔ پروندهٔ «{ $case }».
        [post-cancel] لغو شد: باقی‌ماندهٔ ارسال مطلب دربارهٔ پروندهٔ «{ $case }». کس دیگری آن را نمی‌گیرد.
        [digest-pause] نگه داشته شد: خلاصهٔ هفتگی. تا کسی آن را ادامه ندهد به کس دیگری نمی‌رسد.
        [digest-resume] ادامه یافت: خلاصهٔ هفتگی.
        [digest-cancel] لغو شد: باقی‌ماندهٔ خلاصهٔ هفتگی. به کس دیگری نمی‌رسد.
        [alert-pause] نگه داشته شد: اطلاع‌رسانی در پروندهٔ «{ $case }». تا وقتی کسی آن را از سر نگیرد، به کس دیگری خبر داده نمی‌شود.
        [alert-resume] ادامه دارد: اطلاع‌رسانی در پروندهٔ «{ $case }».
       *[alert-cancel] لغو شد: باقی‌ماندهٔ اطلاع‌رسانی در پروندهٔ «{ $case }». به کس دیگری خبر داده نمی‌شود.
    }
# Variables: $names – a list of one person, or of two who agreed.
staff-broadcast-done-by = انجام‌دهنده: { $names }.
# Why an agreement was not accepted.
staff-broadcast-refused =
    { $reason ->
        [own-request] این را خودتان درخواست کرده‌اید. باید نفر دومی موافقت کند.
        [request-lapsed] دیگر منتظر موافقت شما نیستند: مهلت درخواست گذشته یا پس گرفته شده است.
       *[action-impossible] این دیگر شدنی نیست: فرستاده شده یا در این میان لغو شده است.
    }
# The sender has halted what is going out, after too many faults. Variables: $case – its name.
staff-broadcast-halted =
    { $kind ->
        [alert] متوقف شد: اطلاع‌رسانی در پروندهٔ «{ $case }». ارسال پی‌درپی ناموفق است و دیگر به کسی خبر داده نمی‌شود.
        [digest] متوقف شد: خلاصهٔ هفتگی. پی‌درپی ناکام می‌ماند و به کس دیگری نمی‌رسد.
       *[post] متوقف شد: مطلب دربارهٔ پروندهٔ «{ $case }». ارسال پی‌درپی ناموفق است و دیگر کسی آن را نمی‌گیرد.
    }
staff-broadcast-halted-then = در فهرست ارسال‌ها آمده که خطا چیست. پس از رفع آن می‌توان ارسال را از سر گرفت.
# Posts of the whole campaign: stopped, asked to go on, going on.
staff-pause-all =
    { $what ->
        [paused] متوقف شد: همهٔ نوشته‌ها. تا دو نفر دوباره راه نیندازند هیچ‌کدام فرستاده نمی‌شود. خبر جلسه‌های دادگاه ادامه دارد.
        [asked] برای موافقت: راه‌اندازی دوبارهٔ همهٔ نوشته‌ها. نفر دومی باید موافقت کند.
       *[lifted] همهٔ نوشته‌ها دوباره فرستاده می‌شوند.
    }
# The same for one case. Variables: $case – its name.
staff-pause-case =
    { $what ->
        [paused] متوقف شد: نوشته‌های پروندهٔ { $case }. تا دو نفر دوباره راه نیندازند هیچ‌کدام فرستاده نمی‌شود. خبر جلسه‌های دادگاه ادامه دارد.
        [asked] برای موافقت: راه‌اندازی دوبارهٔ نوشته‌های پروندهٔ { $case }. نفر دومی باید موافقت کند.
       *[lifted] نوشته‌های پروندهٔ { $case } دوباره فرستاده می‌شوند.
    }
# The stop switch for posts, in the bot and in the console: nothing is stopped.
pause-running = نوشته‌ها فرستاده می‌شوند.
# Variables: $name – who did it; $since – date and time.
pause-standing = همهٔ نوشته‌ها متوقف است. به‌دست: { $name }. از: { $since }. خبر جلسه‌های دادگاه ادامه دارد.
# The same for one case. Variables: $case – its name.
pause-case-standing = نوشته‌های پروندهٔ { $case } متوقف است. به‌دست: { $name }. از: { $since }.
# Variables: $name – who asked; $until – date and time.
pause-asked = { $name } می‌خواهد دوباره راه بیندازد. تأییدکنندهٔ دومی لازم است؛ مهلت درخواست: { $until }.
# Below the switch, in the bot.
pause-explain = نوشته‌ها را یک نفر متوقف می‌کند و دو تأییدکننده دوباره راه می‌اندازند. با ‎/pause این کلید دوباره نشان داده می‌شود.
# Above a list of cases, one of which is to be stopped.
pause-choose-case = نوشته‌های کدام پرونده متوقف شود؟
# Somebody wants to start again what two others have started meanwhile.
pause-gone = این دیگر متوقف نیست.
# One tap of one person stops everything.
button-pause-all = توقف همهٔ نوشته‌ها
# Leads to a list of cases.
button-pause-one = توقف یک پرونده
# It takes two people.
button-pause-lift = راه‌اندازی دوباره
# The second person agrees that posts go out again.
button-pause-agree = موافقم: راه‌اندازی دوباره
# In place of text and buttons once there is a staff site; its address follows on a line of its own.
staff-approval-in-console = آن را در کنسول می‌خوانید و با کلید خود درباره‌اش تصمیم می‌گیرید:
# Somebody on the staff has lost all keys, and two others vouch for them. Variables: $name – of that person.
staff-chat-moved = { $name } اکنون از گفت‌وگوی تلگرام دیگری دربارهٔ واقعیت‌ها تصمیم می‌گیرد. اگر { $name } از آن خبر ندارد، دسترسی آن شخص را ببندید و تصمیم‌های گرفته‌شده را بررسی کنید.
# Variables: $name – who did it; $places – a list of names in Telegram, such as “@reserve_bot”.
staff-reserve-changed =
    { $what ->
        [set] { $name } تعیین کرد که اگر ربات خاموش شد دنبال‌کنندگان به کجا بروند: { $places }
       *[none] { $name } جایی را که دنبال‌کنندگان پس از خاموش شدن ربات به آن می‌رفتند برداشت.
    }
staff-reserve-asked = { $name } پیشنهاد می‌کند که اگر ربات خاموش شد دنبال‌کنندگان به اینجا بروند: { $places }. وقتی نفر دومی تا ۲۴ ساعت دیگر موافقت کند به آنان خبر داده می‌شود. خودتان ببینید چه کسی آن را می‌گرداند: هر کس جای نادرستی را نشان دهد همهٔ دنبال‌کنندگان را به آنجا می‌کشاند.
# Somebody changed how many approvals posts take; below follow lines of staff-approvals-kind. Variables: $name – who did it.
staff-case-opened = { $name } پروندهٔ «{ $case }» را باز کرد. تا نفر دومی با متن آن موافقت نکند به هیچ کس بیرون از گروه گفته نمی‌شود.
staff-case-agreed = از این پس هر کس از ربات بپرسد پروندهٔ «{ $case }» را می‌بیند.
staff-case-closed =
    { $what ->
        [closed] { $name } پروندهٔ «{ $case }» را بست. آنچه هنوز باید دربارهٔ آن منتشر می‌شد پس گرفته شده است و تا کسی آن را دوباره باز نکند چیز تازه‌ای در آن ثبت نمی‌شود.
       *[open] { $name } پروندهٔ «{ $case }» را دوباره باز کرد.
    }
staff-reminders-changed = { $name } زمان یادآوری جلسه‌های دادگاه را برای دنبال‌کنندگانی که چیز دیگری انتخاب نکرده‌اند تغییر داد. از این پس: { $times }
staff-approvals-changed = { $name } شمار تأییدهایی را که هر مطلب جز نویسنده‌اش لازم دارد تغییر داد. از این پس:
# Somebody wants fewer approvals; below follow lines of staff-approvals-kind. Variables: $name – who asked for it.
staff-approvals-asked = { $name } می‌خواهد مطالب جز نویسنده‌شان تأیید کمتری لازم داشته باشند. برای این کار یک هماهنگ‌کننده یا مدیر دوم باید تا نیم ساعت دیگر موافقت کند. آنگاه چنین خواهد بود:
# Below those lines, when anything was taken back.
staff-approvals-drafts = آنچه با قاعدهٔ پیشین سپرده شده و هنوز منتشر نشده، دوباره پیش‌نویس است. آن را ببینید و دوباره بسپارید.
# Who did something at the machine, without a name: stands for $name at the beginning of “staff-reserve-changed”.
staff-operator = گردانندهٔ سرویس پای دستگاه
staff-replacement =
    { $what ->
        [asked] برای { $name } کلیدهای تازه خواسته شده است؛ گفته می‌شود کلیدهای خود را گم کرده است. نفر دومی باید در کنسول موافقت کند؛ هر کس می‌تواند آنجا اعتراض کند.
        [agreed] با کلیدهای تازه برای { $name } موافقت شد. پس از ۲۴ ساعت کار می‌کنند؛ تا آن زمان هر کس می‌تواند در کنسول اعتراض کند.
       *[dropped] اعتراض شد: برای { $name } کلید تازه‌ای داده نمی‌شود.
    }
# Two people name a colleague in advance who takes over roles when others are gone. Variables: $name – of that colleague; $roles – a list.
staff-succession =
    { $what ->
        [named] پیشنهاد شده است که { $name } در نبود دیگران کار را به دست بگیرد: { $roles }. نفر دومی باید در کنسول موافقت کند؛ هر کس می‌تواند همان‌جا اعتراض کند.
        [agreed] { $name } تعیین شد تا در نبود دیگران کار را به دست بگیرد: { $roles }.
        [called] از { $name } خواسته شد کار را به دست بگیرد: { $roles }. این تا ۲۴ ساعت دیگر برقرار می‌شود؛ تا آن زمان هر کس می‌تواند در کنسول اعتراض کند.
        [uncalled] کسی اعتراض کرد: { $name } فعلاً کار را به دست نمی‌گیرد: { $roles }.
        [dropped] کسی اعتراض کرد: { $name } دیگر جانشین نیست: { $roles }.
        [doubted] یکی از دو نفری که { $name } را جانشین کرده بودند دیگر نیست: { $roles }. اگر کسی در کنسول تأییدش نکند، پس از ۷ روز از اعتبار می‌افتد؛ هر کس می‌تواند همان‌جا اعتراض کند.
        [confirmed] تأیید شد: { $name } در نبود دیگران کار را به دست می‌گیرد: { $roles }.
        [confirmed-once] یک نفر تأیید کرد که { $name } در نبود دیگران کار را به دست بگیرد: { $roles }. سخن هیچ‌یک از دو نفری که او را جانشین کرده بودند دیگر معتبر نیست: اگر نفر دومی هم در کنسول تأییدش نکند، از اعتبار می‌افتد.
        [lapsed] کسی به‌موقع تأیید نکرد: { $name } دیگر جانشین نیست: { $roles }.
       *[taken] { $name } کار را به دست گرفت: { $roles }.
    }
# Telegram refuses a text in one language only. Variables: $case – its name; $language – name of the language.
staff-post-unapproved = دوباره پیش‌نویس شد: نوشته دربارهٔ { $case } به { $languages }. تأیید آن دیگر معتبر نیست: کسی که آن را داده از گروه رفته یا از آن زمان چیزی تغییر کرده است. باید دوباره فرستاده و تأیید شود.
staff-text-halted =
    { $kind ->
        [alert] فرستاده نشد: اطلاع‌رسانی در پروندهٔ «{ $case }»، به زبان { $language }. تلگرام این متن را رد می‌کند و به خوانندگانش خبر داده نمی‌شود.
        [digest] فرستاده نشد (به { $language }): خلاصهٔ هفتگی. ‏Telegram این متن را نمی‌پذیرد و به خوانندگانش نمی‌رسد.
       *[post] فرستاده نشد: مطلب دربارهٔ پروندهٔ «{ $case }»، به زبان { $language }. تلگرام این متن را رد می‌کند و خوانندگانش آن را نمی‌گیرند.
    }
press-embargo = ممنوعیت انتشار: پیش از { $until }، یعنی { $utc }، منتشر نشود.
press-farewell = این نامه را می‌گیرید چون پذیرفته‌اید در فهرست رسانه‌ای ما باشید. برای اینکه دیگر چیزی نگیرید:
press-leave-question = دیگر نمی‌خواهید از فهرست رسانه‌ای ما نامه‌ای بگیرید؟
press-leave-button = دیگر نفرستید
press-left = دیگر از ما نامه‌ای نمی‌گیرید و نشانی شما را پاک کرده‌ایم.
staff-account-stopped =
    { $state ->
        [paused] پس از چند شکست پیاپی متوقف شد: حساب { $handle } در { $network }. آنچه برای آن برنامه‌ریزی شده منتظر می‌ماند تا کسی آن را از سر بگیرد.
        [budget] متوقف شد: بودجهٔ این ماهِ حساب { $handle } در { $network } برای مورد بعدی کافی نیست. آنچه برای آن برنامه‌ریزی شده منتظر می‌ماند تا بودجه افزایش یابد یا ماه تمام شود و کسی آن را از سر بگیرد.
        [suspended] مسدود شد: { $network } حساب ما { $handle } را بسته است. آنچه برای آن برنامه‌ریزی شده منتظر می‌ماند تا { $network } آن را باز کند و حساب دوباره وصل شود.
        [expired] پایان یافت: اعتبار اطلاعات ورود ما برای حساب { $handle } در { $network } تمام شده، یا کسی آن را در آنجا باطل کرده است. آنچه برای آن برنامه‌ریزی شده منتظر می‌ماند تا کسی آنجا اطلاعات تازه‌ای بسازد و حساب دوباره وصل شود.
       *[disconnected] ارتباط قطع شد: { $network } دیگر اطلاعات ورود ما را برای { $handle } نمی‌پذیرد. آنچه برای آن برنامه‌ریزی شده منتظر می‌ماند تا حساب دوباره وصل شود.
    }
staff-account-ends = به‌زودی پایان می‌یابد: اطلاعات ورود ما به حساب { $handle } در { $network }. تا { $end } اعتبار دارد. پیش از آن اطلاعات تازه بگیرید و حساب را دوباره متصل کنید، وگرنه آنچه آنجا برنامه‌ریزی شده منتظر می‌ماند.
# Below that an account was suspended; the text itself follows, in each language of the campaign.
staff-notice-prepared = این برای حساب‌های دیگر آماده است. آن را به صورت نوشته بسپارید: پس از تأیید نفر دوم فرستاده می‌شود.
# Prepared for readers elsewhere. Variables: $handle – the account; $network – such as Mastodon; $places – a list of our other accounts.
notice-account = حساب ما { $handle } را { $network } بسته است. ما را اینجا پیدا می‌کنید: { $places }
# The same for the bot. Variables: $handle – its name; $places – a list of names in Telegram.
notice-bot = تلگرام دیگر چیزی از ربات ما { $handle } نمی‌پذیرد. خبر جلسه‌های دادگاه از این پس اینجا می‌آید: { $places }
staff-account-delivery =
    { $why ->
        [failed] در { $network }، حساب { $handle }، منتشر نشد: نوشته درباره { $case }. شبکه آن را نپذیرفت.
        [unknown] معلوم نیست نوشته درباره { $case } در { $network }، حساب { $handle }، هست یا نه. به حساب نگاه کنید و آنچه دیدید ثبت کنید.
        [too-late] در { $network }، حساب { $handle }، منتشر نشد: نوشته درباره { $case }. زمانش گذشته بود.
        [case-closed] در { $network }، حساب { $handle }، منتشر نشد: نوشته درباره { $case }. پرونده بسته شده است.
       *[unapproved] پیش از { $network }، حساب { $handle }، متوقف شد: نوشته درباره { $case }. هیچ تأییدی درست همان چیزی را که منتشر می‌شد در بر نمی‌گیرد.
    }
# An alert came too late to be sent. Variables: $case – its name.
staff-alert-expired =
    { $kind ->
        [announced] فرستاده نشد: خبر جلسهٔ تازه در پروندهٔ «{ $case }»
        [reminder] فرستاده نشد: یادآوری جلسه در پروندهٔ «{ $case }»
        [changed] فرستاده نشد: تغییر جلسه در پروندهٔ «{ $case }»
        [cancelled] فرستاده نشد: لغو جلسه در پروندهٔ «{ $case }»
        [no_outcome] فرستاده نشد: خبر این‌که از جلسه در پروندهٔ «{ $case }» چیزی معلوم نیست
        [confirmed] فرستاده نشد: تأیید یک جابه‌جایی در پروندهٔ «{ $case }»
        [corrected] فرستاده نشد: تصحیح آنچه در پروندهٔ «{ $case }» گفته شده بود
       *[outcome] فرستاده نشد: نتیجهٔ جلسه در پروندهٔ «{ $case }»
    }
# Variables: $due – date and time.
staff-alert-expired-why = موعد: { $due }. به‌موقع فرستاده نشد و اکنون سودی ندارد. به دنبال‌کنندگان خبر داده نشد.
# Several came too late, most often in one outage. Variables: $count – how many.
staff-alerts-expired-title =
    { $count ->
        [one] { $count } اطلاع‌رسانی دیر شد و فرستاده نشد
       *[other] { $count } اطلاع‌رسانی دیر شد و فرستاده نشد
    }
# Variables: $due – date and time.
staff-alerts-expired-due = موعد: { $due }
# Behind the first of them. Variables: $count – how many others there are.
staff-alerts-expired-more =
    { $count ->
        [one] و { $count } مورد دیگر؛ فهرست همه در بخش مدیریت است.
       *[other] و { $count } مورد دیگر؛ فهرست همه در بخش مدیریت است.
    }
staff-alerts-expired-why = این‌ها به‌موقع فرستاده نشدند و اکنون سودی ندارند. به دنبال‌کنندگان خبر داده نشد.
# Variables: $languages – a list of language names.
staff-catalogues-unchecked = متن‌های خود ربات را در این زبان‌ها هنوز هیچ اهل زبانی بررسی نکرده است: { $languages }

## The console, where staff work in a browser

console-title = کنسول گروه
# The first link of every page, for who uses a keyboard.
console-skip = رفتن به محتوا
# Names the list of pages for who cannot see it.
console-nav = صفحه‌ها
console-sign-out = خروج
# Above the list of languages.
console-language = زبان
# The button behind a list from which one is chosen.
console-choose = انتخاب
console-waiting-title = آنچه منتظر من است
console-keys-title = کلیدهای من
# Names the stop switch for who cannot see it.
console-pause-title = کلید توقف نوشته‌ها
# What was just done.
console-note =
    { $what ->
        [paused] متوقف شد. دیگر چیزی فرستاده نمی‌شود.
        [lift-asked] شما راه‌اندازی دوباره را خواستید. تأییدکنندهٔ دومی باید موافقت کند.
        [lifted] دوباره راه افتاد. آنچه نگه داشته شده بود فرستاده می‌شود.
        [approved] تأیید و با کلید شما امضا شد.
        [approved-partly] تأیید و با کلید شما امضا شد. پس از تأیید یک نفر دیگر منتشر می‌شود.
        [rejected] رد شد. نویسنده تصمیم شما را می‌بیند.
        [key-added] کلید افزوده شد.
        [key-removed] کلید حذف شد.
        [signed-out] خارج شدید.
        [saved] ذخیره شد.
        [submitted] به نفر دوم سپرده شد.
        [withdrawn] پس گرفته شد.
        [retracted] پس گرفته شد. آنچه برداشتنی است برداشته می‌شود؛ این صفحه می‌گوید کار به کجا رسیده است.
        [asked] درخواست شد. نفر دومی باید موافقت کند.
       *[done] انجام شد.
    }
# Why something was not done. What waits for approval has its own reasons above (staff-refused).
console-refused =
    { $reason ->
        [key-needed] در این باره فقط با کلید و در کنسول تصمیم گرفته می‌شود.
        [key-refused] کلید پذیرفته نشد. با کلیدی که اینجا افزوده‌اید دوباره تلاش کنید.
        [key-known] این کلید پیش‌تر افزوده شده است. کلید دیگری بردارید.
        [second-key-missing] برای تأیید این دو کلید از آنِ خودتان لازم است و شما یکی دارید. در صفحهٔ «کلیدهای من» در دستگاهی دیگر یکی بیفزایید و دوباره تلاش کنید.
        [last-key] این آخرین کلید شماست. نخست کلید دیگری بیفزایید.
        [sign-in-again] بیش از پنج دقیقه از نشان دادن کلید می‌گذرد. خارج شوید، دوباره وارد شوید و تلاش کنید.
        [challenge-lapsed] بیش از اندازه طول کشید یا دو بار فرستاده شد. دوباره تلاش کنید.
        [too-many-tries] تلاش‌ها بیش از اندازه بود. پنج دقیقه صبر کنید و دوباره تلاش کنید.
        [role-missing] نقش‌های شما این را اجازه نمی‌دهد.
        [pause-unknown] این دیگر متوقف نیست.
        [unknown] دیگر وجود ندارد یا هرگز نبوده است.
        [changed-since] در این میان تغییر کرده است. آن را به شکل کنونی ببینید.
        [window-past] زمانی که این باید منتشر می‌شد گذشته است.
        [end-past] زمانی که می‌توانست منتشر شود گذشته است. پایانی دیرتر برگزینید یا خالی بگذارید.
        [start-past] آغاز آن گذشته است. زمانی دیرتر برگزینید یا خالی بگذارید: آن‌گاه به‌محض تأیید منتشر می‌شود.
        [window-empty] پیش از آغاز پایان می‌یافت. پایانی پس از آغاز برگزینید.
        [embargo-past] ممنوعیت انتشار پایان یافته می‌بود. زمانی دیرتر برگزینید یا خالی بگذارید.
        [embargo-outside-window] هیچ‌کس آن را در زمان ممنوعیت انتشار نمی‌گرفت، یا هیچ‌کس پس از آن. زمانی پس از آغاز و پیش از پایان برگزینید.
        [other-site] این فرم از صفحهٔ خودش فرستاده نشده است. کنسول را دوباره باز کنید.
        [incomplete] چیزی کم است یا به شکلی نوشته شده که نمی‌توانیم بخوانیم.
        [own-keys] هیچ‌کس ضامن خودش نمی‌شود. از دو همکار بخواهید.
        [own-request] این را خودتان خواسته‌اید. نفر دومی باید موافقت کند.
        [succession-waits] هنوز برقرار نیست: باید یک روز بگذرد که هر کس بتواند اعتراض کند.
        [request-lapsed] مهلت این درخواست گذشته، با آن موافقت شده یا پس گرفته شده است.
        [telegram-name-unusable] چنین نامی در تلگرام ممکن نیست: ۵ تا ۳۲ حرف لاتین، رقم و زیرخط؛ نام ربات به «bot» پایان می‌یابد.
        [source-missing] بگویید چه کسی این را گزارش کرده است.
        [zone-unknown] چنین منطقهٔ زمانی وجود ندارد. آن را به‌صورت منطقه و شهر بنویسید.
        [date-malformed] چنین روز یا زمانی وجود ندارد. دوباره نگاه کنید.
        [date-missing] تاریخ را بنویسید یا جلسه را به تعویق افتاده ثبت کنید.
        [hearing-past] این زمان گذشته است. تاریخ و منطقهٔ زمانی را بررسی کنید؛ جلسهٔ گذشته برگزار شده ثبت می‌شود.
        [hearing-ahead] آن روز هنوز نیامده است. جلسه پس از برگزاری برگزار شده ثبت می‌شود.
        [incident-ahead] این زمان هنوز نیامده است. رویداد چیزی است که رخ داده.
        [court-missing] نام دادگاه را دست‌کم به یک زبان بنویسید.
        [what-missing] دست‌کم به یک زبان بگویید چه رخ داده است.
        [result-not-held] تنها جلسهٔ برگزارشده رأی دارد یا تجدید می‌شود. آن را برگزار شده ثبت کنید، یا بدون این‌ها به تعویق افتاده.
        [next-hearing-unfit] جلسهٔ بعدی تاریخی در آینده و زمانی که وجود دارد می‌خواهد.
        [next-hearing-made] جلسهٔ بعدی اکنون ثبت شده است. آن را همان‌جا تغییر دهید.
        [postponed-with-date] با تاریخ تازه، جلسه تعیین شده است: تغییر به دنبال‌کنندگان گفته و یادآوری می‌شود.
        [person-unknown] شخصی از این پرونده برگزینید.
        [account-disconnected] این حساب جدا شده است. کسی که حساب‌ها را وصل می‌کند باید دوباره وصلش کند.
        [not-resendable] این‌ها دوباره فرستاده نمی‌شود.
        [broadcast-stands] این ایستاده است. نخست آن را به راه بیندازید.
        [overtaken] دنبال‌کنندگان اکنون اطلاعات تازه‌تری دارند. قدیمی دوباره فرستاده نمی‌شود.
        [approval-gone] تأیید این متن دیگر اعتبار ندارد. کسی باید دوباره تأییدش کند.
        [alt-missing] تصویر هنوز برای کسی که نمی‌بیند توضیحی ندارد.
        [card-missing] این کارت پیش از نوشتن این متن ساخته شده است. آن را دوباره بسازید.
        [card-outdated] پس از ساختن کارت، اطلاعات تغییر کرده است. آن را دوباره بسازید.
        [facts-not-in-effect] هنوز چیزی از آن معتبر نیست، یا پس گرفته شده است. کارت فقط چیزی را نشان می‌دهد که نفر دوم تأیید کرده است.
        [card-needs-consent] از سلامت یا شکنجه می‌گوید. رضایت به آن را می‌توان پس گرفت و تصویر را نه: آن را به‌صورت متن بنویسید.
        [card-too-long] بیش از آن نوشته دارد که خوانده شود. واژه‌های کمتری برگزینید.
        [card-undrawable] قلم‌های ما برای یکی از نشانه‌های آن حرفی ندارند. با حروف زبان‌های ما و بدون شکلک بنویسید.
        [quote-missing] نقل‌قول در یکی از زبان‌های نوشته وجود ندارد.
        [no-text] هنوز چیزی در آن نوشته نشده است.
        [not-editable] آنچه منتشر شده دیگر تغییرپذیر نیست. مطلب تازه‌ای بنویسید که بگوید چه چیزی نادرست بود.
        [not-submittable] فقط پیش‌نویس سپرده می‌شود. نخست متن را تغییر دهید تا پیش‌نویس شود.
        [not-withdrawable] آنچه منتشر شده در صفحهٔ نوشته پس گرفته می‌شود. مطلب تازه‌ای بنویسید که بگوید چه چیزی نادرست بود.
        [case-closed] پرونده بسته شده است. نخست آن را دوباره باز کنید یا پروندهٔ دیگری برگزینید.
        [name-unusable] این نمی‌تواند نام باشد. آن را با حرف یا رقم بنویسید.
        [roles-missing] دست‌کم یک نقش برگزینید.
        [limited-to-cases] شما فقط روی برخی پرونده‌ها کار می‌کنید و این به همه مربوط است.
        [admin-not-limited] مدیر را نمی‌توان به پرونده‌ها محدود کرد: خودش می‌تواند آن را بردارد.
        [languages-missing] دست‌کم یک زبان که می‌خواند برگزینید.
       *[failed] در سمت ما چیزی ناکام ماند. دوباره تلاش کنید؛ علت در گزارش سرویس است.
    }
console-refused-deciders = برای تصمیم دربارهٔ اطلاعات این پرونده‌ها کمتر از دو نفر می‌ماند: { $cases }. نخست بگذارید دو نفر با گفتگوی وصل‌شده روی هر پرونده کار کنند.
console-refused-name =
    { $where ->
        [alt] در توضیح تصویر نام کسی آمده که فقط با نقشش ذکر می‌شود. به جای آن بنویسید «یک فرد زیر سن قانونی»، «یک شاهد» یا «یک قربانی».
        [card] روی کارت نام کسی می‌آمد که فقط با نقشش ذکر می‌شود. به جای آن بنویسید «یک فرد زیر سن قانونی»، «یک شاهد» یا «یک قربانی».
       *[text] در متن نام کسی آمده که فقط با نقشش ذکر می‌شود. به جای آن بنویسید «یک فرد زیر سن قانونی»، «یک شاهد» یا «یک قربانی».
    }
console-refused-account-text = زبان { $account } این است: { $language }، و این مطلب به آن زبان متنی ندارد. نخست آن را بنویسید.
console-refused-account-disconnected = { $account } جدا شده یا اعتبار ورود آن پایان یافته است: آنجا چیزی منتشر نمی‌شود. بخواهید دوباره وصلش کنند یا از نوشته برش دارید.
console-refused-alt =
    { $fault ->
        [too-long] توضیح تصویر بیش از اندازه بلند است: { $length } نویسه، حداکثر { $limit }. کوتاهش کنید.
       *[unreadable] در توضیح تصویر نشانه‌ای هست که فرستادنی نیست، یا چیزی دیده نمی‌شود. دوباره بنویسید.
    }
console-refused-image =
    { $why ->
        [image-empty] پرونده‌ای انتخاب نشده یا پرونده خالی است. تصویری انتخاب کنید.
        [image-too-large] پرونده از { $limit } بزرگ‌تر است. آن را کوچک‌تر ذخیره کنید.
        [image-too-many-pixels] تصویر بیش از { $limit } میلیون پیکسل دارد. آن را کوچک‌تر کنید.
        [image-moves] تصویر متحرک است. یک تصویر از آن انتخاب کنید.
        [image-too-narrow] یک ضلع تصویر بیش از { $limit } برابر ضلع دیگر است. آن را ببرید.
       *[image-unreadable] هر نامی که داشته باشد، این تصویری نیست که بتوانیم بخوانیم، یا آسیب دیده است. یک تصویر کامل انتخاب کنید: { $kinds }.
    }
console-refused-account-length =
    { $what ->
        [word-too-long] یک واژه برای { $account } بیش از اندازه بلند است: { $length }، حداکثر { $limit }. کوتاه یا دو نیمش کنید.
        [alt-too-long] توضیح تصویر برای { $account } بیش از اندازه بلند است: { $length }، حداکثر { $limit }. کوتاهش کنید.
       *[post-too-long] متن برای { $account } بیش از اندازه بلند است: { $length }، حداکثر { $limit }. کوتاهش کنید.
    }
console-refused-account-parts = متن برای { $account } بیش از { $limit } بخش می‌شود. کوتاهش کنید.
console-refused-account-image = { $account } این تصویر را نمی‌پذیرد. کنارش بگذارید یا تصویر دیگری برگزینید.
console-refused-account-language = سرور { $account } به این زبان مطلبی ندارد: { $language }. گردانندهٔ آن باید این زبان را بیفزاید.
console-refused-budget = هزینهٔ این در { $account } برابر است با { $cost }؛ از { $budget } این ماه { $left } مانده است. متن را کوتاه کنید یا نشانی‌ها را بردارید.
console-refused-claimed = { $name } روی این متن کار می‌کند، حداکثر { $minutes } دقیقهٔ دیگر. پس از آن می‌توانید آن را به دست بگیرید، یا از او بخواهید پس بدهد. چیزی تغییر نکرد.
console-refused-title = این کار انجام نشد
console-back-home = بازگشت به آنچه منتظر من است
console-no-site-title = کنسول به دامنه‌ای از آنِ خود نیاز دارد
# The setting itself stands below.
console-no-site = گروه با کلید عبور وارد می‌شود و این کلیدها به یک دامنه بسته‌اند. گردانندهٔ سرویس نشانی آن را در این تنظیم می‌نویسد و سرویس را دوباره راه می‌اندازد. تا آن زمان متن‌ها با دکمهٔ تلگرام تأیید می‌شوند.
console-sign-in-title = ورود
console-sign-in-how = یکی از کلیدهای خود را آماده داشته باشید. دستگاه شما اثر انگشت، چهره یا رمز می‌خواهد؛ هیچ‌کدام از دستگاه بیرون نمی‌رود.
console-sign-in-button = ورود با کلید
# Where JavaScript is off, or the browser is too old.
console-script-needed = به کلید شما تنها از راه جاوااسکریپت می‌توان رسید. آن را برای این نشانی روشن کنید یا مرورگر تازه‌تری بردارید.
# The device or the person broke it off.
console-key-failed = چیزی امضا نشد. دوباره تلاش کنید یا کلید دیگری بردارید.
# Variables: $name – of the person who was invited.
console-invitation-title = خوش آمدید، { $name }
console-invitation-how = نخستین کلید خود را اینجا بیفزایید. کلید در همین دستگاه، یا در سرویسی که کلیدهای شما را نگه می‌دارد، می‌ماند؛ تنها نیمهٔ عمومی آن به ما می‌رسد. سپس در دستگاهی دیگر دومی را بیفزایید: هر کس همهٔ کلیدها را گم کند، یک روز برای کلید تازه صبر می‌کند.
console-invitation-button = افزودن نخستین کلید من
console-invitation-gone = این پیوند استفاده شده، مهلتش گذشته یا با پیوند تازه‌تری جایگزین شده است. از کسی که شما را دعوت کرده پیوند دیگری بخواهید.
# After a loss of keys everybody has a day to object. Variables: $from – date and time.
console-invitation-waits = این پیوند از این زمان کار می‌کند: { $from }. تا آن زمان هر عضو گروه می‌تواند اعتراض کند.
console-keys-why = هر کس دست‌کم دو کلید دارد، در دو دستگاه. هر کس همه را گم کند، یک روز برای کلید تازه صبر می‌کند.
# Shown on every page until there are two.
# Variables: $from – date and time.
console-keys-one = تنها یک کلید دارید. در دستگاهی دیگر دومی را بیفزایید: بدون آن از این زمان چیزی را نمی‌توانید تأیید کنید: { $from }.
console-keys-one-due = تنها یک کلید دارید و برای همین چیزی را نمی‌توانید تأیید کنید. در دستگاهی دیگر دومی را بیفزایید.
console-keys-add = افزودن کلید
# Variables: $number – of the key in the list.
console-keys-remove = حذف کلید { $number }
# One key in a list. Variables: $number; $added – date and time.
console-key = کلید { $number }، افزوده شده: { $added }
# Variables: $at – date and time.
console-key-used = آخرین استفاده: { $at }
# The key is kept by a service such as iCloud or Google.
console-key-copied = در سرویسی نگه داشته می‌شود که آن را به دستگاه‌های دیگر شما می‌برد
console-waiting-none = چیزی منتظر شما نیست.
console-bot-stopped = تلگرام از { $since } چیزی از ربات ما نمی‌پذیرد: نه هشداری، نه پیامی و نه مطلبی در کانال فرستاده نمی‌شود. مطلب‌هایی که در انتظار کانال‌اند: { $posts }. وقتی تلگرام دوباره ربات را بپذیرد فرستاده می‌شوند.
console-waiting-texts = متن‌های در انتظار تأیید
console-waiting-hearings = اطلاعات جلسه‌ها در انتظار تأیید
console-waiting-incidents = رویدادهای در انتظار تأیید
console-waiting-agreements = در انتظار موافقت شما
console-waiting-by = به پیشنهاد { $name }
# What the person wrote and handed to others.
console-waiting-own = آنچه نوشته‌اید و دیگران درباره‌اش تصمیم می‌گیرند
console-waiting-undescribed = تصویرهایی که کسی توضیح نداده است
console-waiting-drafts = پیش‌نویس‌های شما
# Variables: $at – date and time.
console-waiting-since = از { $at }
console-waiting-again = باید دوباره تأیید شود
# Leads to a post in one language. Variables: $case – name of the case; $language – name of the language.
console-post-link = پروندهٔ { $case } – { $language }
# Variables: $given – approvals given; $needed – approvals that it takes.
console-approvals = { NUMBER($given) } از { NUMBER($needed) } تأیید
console-approvals-stuck = شمار کسانی که می‌توانند این متن را تأیید کنند کمتر از شمار لازم است: دیگرانی که این زبان را می‌خوانند متن را آغاز کرده‌اند یا پس از آخرین تأیید آن را تغییر داده‌اند. کس دیگری را که این زبان را می‌خواند تأییدکننده کنید، یا یک نفر آن را به‌عنوان نوشتهٔ خودش از نو آغاز کند.
console-covers-title = تأیید شما چه چیزی را در بر می‌گیرد
console-field-case = پرونده
console-field-kind = نوع
console-field-author = نویسنده
console-field-when = زمان
console-field-where = مقصد
console-target-telegram = دنبال‌کنندگان پرونده، در تلگرام
# A row of characters that stands for exactly this content.
console-field-hash = اثر انگشت محتوا
# What the picture shows, in words.
console-field-image = تصویر
# Variables: $language – name of the language.
console-text-title = متن به { $language }، همان‌گونه که به خوانندگان می‌رسد
# Variables: $language – name of the language.
console-source-title = از این متن ترجمه شده است ({ $language })
console-changes-title = تفاوت با آنچه پیش‌تر تأیید شد
console-changes-none = پیش‌تر چیزی از آن تأیید نشده است.
# Before words that are gone, for who cannot see the colour.
console-change-removed = حذف‌شده:
# Before words that are new, for who cannot see the colour.
console-change-added = افزوده:
console-decide-title = تصمیم شما
console-decide-how = کلید شما دقیقاً آنچه را بالا آمده امضا می‌کند. هر تغییری آن را باطل می‌کند.
console-telegram-title = گفت‌وگوی تلگرام من
console-telegram-linked = گفت‌وگویی وصل است: درخواست‌ها آنجا هم می‌آید.
console-telegram-none = گفت‌وگویی وصل نیست. درخواست‌ها تنها اینجا دیده می‌شود.
console-telegram-button = ساختن پیوند برای گفت‌وگوی من
# The link stands below.
console-telegram-how = این پیوند را در تلگرام، در گفت‌وگویی که باید از آنِ شما باشد، باز کنید. یک بار و تا یک ربع ساعت کار می‌کند.
console-posts-title = نوشته‌ها
console-cases-title = پرونده‌ها و جلسه‌ها
console-broadcasts-title = ارسال‌ها
console-calendar-title = تقویم
console-staff-title = گروه
console-policy-title = تأییدها
console-policy-what = هر متن پیش از انتشار باید به تأیید این تعداد آدم متفاوت، جز نویسنده‌اش، برسد. یک نفر می‌تواند آن را بیشتر کند؛ برای کمتر کردن دو نفر در نیم ساعت لازم‌اند. پس از تغییر، آنچه سپرده شده و هنوز منتشر نشده دوباره پیش‌نویس می‌شود و باید از نو تأیید شود؛ به همهٔ گروه خبر داده می‌شود.
console-policy-waiting =
    { $texts ->
        [one] { $texts } متن سپرده شده و هنوز منتشر نشده است.
       *[other] { $texts } متن سپرده شده و هنوز منتشر نشده است.
    }
console-policy-asked = { $name } تعداد کمتری خواسته است. نفر دوم تا { $until } می‌تواند موافقت کند.
console-policy-whose = این را هماهنگ‌کننده یا مدیری تغییر می‌دهد که روی همهٔ پرونده‌ها کار می‌کند.
console-reserve-title = جایگزین‌ها
console-reserve-what = جایی که دنبال‌کنندگان پس از خاموش شدن ربات به آن می‌روند: به هر کس که آغاز کند گفته می‌شود. برای تعیین آن دو نفر در ۲۴ ساعت لازم‌اند؛ یک نفر می‌تواند آن را بی‌درنگ بردارد. به همهٔ گروه خبر داده می‌شود.
console-reserve-none = جایگزینی تعیین نشده است.
console-reserve-bot = ربات دوم
console-reserve-channel = کانال
console-reserve-asked = { $name } این را تعیین کرده است: { $places }. نفر دوم تا { $until } می‌تواند موافقت کند؛ تا آن زمان به هیچ دنبال‌کننده‌ای گفته نمی‌شود. آن را در تلگرام باز کنید و ببینید چه کسی آن را می‌گرداند.
console-reserve-drop = تعیین نشود
console-reserve-whose = این را هماهنگ‌کننده یا مدیری تعیین می‌کند که روی همهٔ پرونده‌ها کار می‌کند.
console-case-waits = در انتظار نفر دوم
console-case-opened = بازکننده: { $name }، { $since }. تا نفر دومی موافقت نکند فقط گروه از آن خبر دارد؛ به خوانندگان این‌ها نشان داده می‌شود:
console-case-address = نام کوتاه در نشانی
console-case-persons = افراد
console-audit-title = دفتر رویدادها
# The audit log: what was done, after the name of whoever did it. Variables: $verb – the verb, of which the log holds the code word.
console-audit-verb =
    { $verb ->
        [account-deliveries-expire] مهلت انتشار در حساب گذشت
        [account-deliveries-move] زمان انتشار در حساب تغییر کرد
        [account-deliveries-publish] انتشار در حساب‌ها برنامه‌ریزی شد
        [account-deliveries-record-retraction] حذف از شبکه ثبت شد
        [account-deliveries-refuse] شبکه نوشته را رد کرد
        [account-deliveries-retract] نوشته پس گرفته شد
        [account-deliveries-retract-from-account] نوشته از یک حساب پس گرفته شد
        [account-deliveries-revive] انتشار در حساب از سر گرفته شد
        [account-deliveries-see] گفته شد نوشته‌ای که ادامه دارد کجاست؛ نفر دوم هنوز نیست
        [account-deliveries-settle] روشن شد که نوشته در شبکه هست یا نه
        [account-deliveries-withdraw] انتشار در حساب‌ها لغو شد
        [accounts-connect] حساب وصل شد
        [accounts-disconnect] اتصال حساب قطع شد
        [accounts-pause] حساب متوقف شد
        [accounts-reconnect] حساب دوباره وصل شد
        [accounts-resume] راه‌اندازی دوبارهٔ حساب، یا درخواست آن
        [accounts-set-budget] بودجهٔ حساب تعیین شد
        [accounts-stop] سرویس حساب را متوقف کرد
        [accounts-warn-of-end] هشدار داده شد که دسترسی حساب رو به پایان است
        [alerts-dispatch] هشدار فرستاده شد
        [alerts-replan] هشدارها از نو برنامه‌ریزی شد
        [backups-restore] نسخهٔ پشتیبان بازگردانده شد
        [bots-clear-stop] ربات دوباره کار می‌کند
        [bots-ensure] ربات افزوده شد
        [bots-record-stop] تلگرام ربات را رد می‌کند
        [broadcasts-act] ارسال متوقف، ادامه یا لغو شد
        [broadcasts-ask] تغییر ارسال درخواست شد
        [broadcasts-drop-request] درخواست دربارهٔ ارسال کنار گذاشته شد
        [broadcasts-halt] سرویس ارسال را متوقف کرد
        [broadcasts-resend] آنچه نرسیده بود دوباره فرستاده شد
        [campaigns-ask-approvals] تأیید کمتر درخواست شد
        [campaigns-ask-reserve] تغییر جاهای جایگزین درخواست شد
        [campaigns-change] کارزار تغییر کرد
        [campaigns-create] کارزار ایجاد شد
        [campaigns-drop-approvals-request] درخواست تأیید کمتر کنار گذاشته شد
        [campaigns-drop-reserve-request] درخواست دربارهٔ جاهای جایگزین کنار گذاشته شد
        [campaigns-set-approvals] شمار تأییدها تغییر کرد
        [campaigns-set-reserve] جاهای جایگزین تعیین شد
        [cases-agree] با پرونده موافقت شد
        [cases-close] پرونده بسته شد
        [cases-create] پرونده گشوده شد
        [cases-import] پرونده وارد شد
        [cases-record-event] رویدادی از پرونده ثبت شد
        [cases-reopen] پرونده دوباره گشوده شد
        [consents-record] رضایت ثبت شد
        [consents-withdraw] رضایت پس گرفته شد
        [contacts-add] نشانی رسانه‌ای افزوده شد
        [contacts-bounce] نامهٔ رسانه برگشت خورد
        [contacts-end] نشانی رسانه‌ای پایان یافت
        [deliveries-halt-text] ارسال به یک زبان متوقف شد
        [deliveries-recover] ارسال پس از توقف از سر گرفته شد
        [deliveries-settle] نتیجهٔ پیام‌ها ثبت شد
        [deliveries-settle-calls] نتیجهٔ پاسخ‌ها ثبت شد
        [digests-dispatch] خلاصهٔ هفتگی فرستاده شد
        [endpoints-add] سامانهٔ دیگری افزوده شد
        [endpoints-gone] سامانهٔ دیگر نشانی خود را کنار گذاشت
        [endpoints-remove] سامانهٔ دیگری حذف شد
        [hearings-adjourn] جلسه به وقت دیگری موکول شد
        [hearings-ask-again] دوباره برای جلسه تصمیم خواسته شد
        [hearings-decide] دربارهٔ جلسه تصمیم گرفته شد
        [hearings-end-wait] دیگر منتظر جلسه نیستیم
        [hearings-import] جلسه‌ها وارد شد
        [hearings-record] جلسه ثبت شد
        [hearings-revise] جلسه تغییر کرد
        [hearings-ring] برای تصمیم دربارهٔ جلسه فراخوانده شد
        [incidents-decide] دربارهٔ رویداد تصمیم گرفته شد
        [incidents-record] رویداد ثبت شد
        [incidents-revise] رویداد تغییر کرد
        [invitations-accept] دعوت پذیرفته شد
        [invitations-invite] دعوت شد
        [keys-reseal] با کلید تازه دوباره مهر شد
        [media-add] تصویر بارگذاری شد
        [partners-add] همکار بیرونی افزوده شد
        [partners-add-secret] رمز همکار بیرونی ساخته شد
        [partners-report] همکار بیرونی جلسه‌ای گزارش داد
        [partners-revoke] همکاری بیرونی پایان یافت
        [partners-revoke-secret] رمز همکار بیرونی باطل شد
        [passkeys-add] کلید افزوده شد
        [passkeys-remove] کلید حذف شد
        [pauses-ask] راه‌اندازی دوبارهٔ نوشته‌ها درخواست شد
        [pauses-drop-request] درخواست راه‌اندازی نوشته‌ها کنار گذاشته شد
        [pauses-lift] نوشته‌ها دوباره راه افتاد
        [pauses-pause] نوشته‌ها متوقف شد
        [posts-ask-again] دوباره برای متن تأیید خواسته شد
        [posts-claim-text] کار روی متن آغاز شد
        [posts-create] نوشته آغاز شد
        [posts-decide] متن تأیید یا رد شد
        [posts-edit] متن ویرایش شد
        [posts-keep-from-readers] متن دیگر برای خوانندگان فرستاده نمی‌شود
        [posts-publish] متن منتشر شد
        [posts-release-text] متن برای دیگران آزاد شد
        [posts-set-accounts] حساب‌های نوشته تعیین شد
        [posts-set-card] کارت نوشته تعیین شد
        [posts-set-embargo] زمان انتشار نوشته محدود شد
        [posts-set-kind] نوع نوشته تغییر کرد
        [posts-set-photo] تصویر نوشته تعیین شد
        [posts-set-schedule] زمان نوشته تعیین شد
        [posts-set-sheet] آنچه میان همهٔ زبان‌های نوشته مشترک است تعیین شد
        [posts-set-warning] هشدار محتوای نوشته تعیین شد
        [posts-settle-alt] شرح تصویر کامل شد
        [posts-submit] متن برای تأیید سپرده شد
        [posts-withdraw] متن پس گرفته شد
        [sessions-end] خروج از حساب
        [sessions-refuse] ورود رد شد
        [sessions-sign-in] ورود به حساب
        [staff-requests-agree] با درخواستی دربارهٔ گروه موافقت شد
        [staff-requests-ask] درخواستی دربارهٔ گروه داده شد
        [staff-requests-drop] درخواستی دربارهٔ گروه کنار گذاشته شد
        [staff-requests-void-link] پیوندی که برای کسی ساخته شده بود باطل شد
        [staff-add] عضوی به گروه افزوده شد
        [staff-create-link] پیوند اتصال گفت‌وگو ساخته شد
        [staff-issue-token] توکن ساخته شد
        [staff-limit-to-cases] به چند پرونده محدود شد
        [staff-link-chat] گفت‌وگو به حساب عضو گروه وصل شد
        [staff-revoke] از گروه کنار گذاشته شد
        [staff-revoke-token] توکن باطل شد
        [staff-send-test] پیام آزمایشی فرستاده شد
        [staff-set-language] زبان انتخاب شد
        [staff-unlink-chat] اتصال گفت‌وگو قطع شد
        [successions-agree] با جانشین موافقت شد
        [successions-call] جانشین فراخوانده شد
        [successions-confirm] جانشین تأیید شد
        [successions-doubt] جانشین زیر پرسش رفت
        [successions-name] جانشین پیشنهاد شد
        [successions-object] به جانشین اعتراض شد
       *[successions-take-over] جانشین کار را به دست گرفت
    }
console-statistics-title = به عدد
console-statistics-hint = شمار افراد و پیام‌ها روزی یک بار و گردشده به ده نشان داده می‌شود. کمتر از ۲۰ نشان داده نمی‌شود.
console-statistics-followers = دنبال‌کنندگان
console-statistics-few = کمتر از ۲۰
console-statistics-cases = به تفکیک پرونده
console-statistics-languages = به تفکیک زبان
console-statistics-hours = پیام‌ها در هر ساعت، { $day }
console-statistics-hour = ساعت
console-statistics-alerts = تأخیر اطلاع‌رسانی‌ها
console-statistics-alerts-hint = از لحظه‌ای که اطلاع‌رسانی باید فرستاده می‌شد تا نخستین دنبال‌کننده‌ای که آن را دریافت کرد.
console-statistics-half = نیمی از آن‌ها ظرف
console-statistics-most = ۹۹ از ۱۰۰ ظرف
console-statistics-table = به صورت جدول
# Leads to the page before in a list that begins with the newest.
console-older = قدیمی‌ترها
# An empty list.
console-none = هنوز چیزی اینجا نیست.
console-post-new = نوشتن نوشتهٔ تازه
# Variables: $case – its name.
console-post-title = نوشته‌ای دربارهٔ پروندهٔ { $case }
# Variables: $language – name of the language.
console-edit-title = متن به { $language }
console-edit-hint = یک سطر خالی بند تازه می‌سازد. دو ستاره دور واژه‌ها آن‌ها را پررنگ و یک ستاره کج می‌کند.
console-edit-text = متن
console-edit-alt = تصویر چه نشان می‌دهد، برای کسی که نمی‌بیند
console-image-none = تصویری ندارد.
console-image-file = یک تصویر: { $kinds }
console-image-hint = حداکثر { $size } و { $pixels } میلیون پیکسل. تصویر از نو ساخته می‌شود تا مکان، زمان و دستگاه همراه آن بیرون نرود. همهٔ زبان‌ها آن را دارند و هر کدام برای کسی که نمی‌بیند به توضیح نیاز دارد. همهٔ متن‌ها دوباره پیش‌نویس می‌شوند.
console-image-use = این تصویر را بگذار
console-image-remove = تصویر را بردار
console-image-undescribed = هنوز کسی نگفته است تصویر چه نشان می‌دهد.
console-submit-undescribed = تحویل بدون گفتن اینکه تصویر چه نشان می‌دهد
console-submit-undescribed-hint = فقط در وضعیت اضطراری. تصویر بدون توضیح برای کسی که نمی‌بیند بیرون می‌رود؛ کسی که تأیید می‌کند این را می‌بیند، و تا وقتی تصویر توضیح داده یا نوشته پس گرفته شود، میان کارهای در انتظار کسانی می‌ماند که به این زبان می‌نویسند.
console-undescribed-out = متن بیرون رفته و کسی نگفته است تصویر آن چه نشان می‌دهد. هر جا شبکه اجازه می‌دهد، توضیح را همان‌جا با دست بیفزایید و این را در صفحهٔ نوشته بگویید؛ در جاهای دیگر فقط نوشته‌ای تازه با تصویر توضیح‌داده‌شده، پس از پس گرفتن این یکی، کمک می‌کند. تا آن زمان میان کارهای در انتظار می‌ماند.
console-undescribed-settle = توضیح اکنون آنجاست
console-standing =
    { $standing ->
        [planned] در انتظار نوبت
        [attempting] هم‌اکنون در حال انتشار
        [stands] منتشر شده
        [unknown] معلوم نیست منتشر شده باشد
        [failed] منتشر نشد
        [cancelled] منتشر نخواهد شد
        [leaving] در حال برداشته شدن
        [retracted] برداشته شد
       *[stays] منتشر شده و آنجا می‌ماند
    }
console-standing-title = در حساب‌ها
console-retract = پس گرفتن از انتشار
console-retract-post = پس گرفتن نوشته از انتشار
console-retract-title = پس گرفتن: چه رخ خواهد داد
console-retract-will =
    { $will ->
        [stops] آنچه آنجا در انتظار است منتشر نمی‌شود.
        [goes] آنچه آنجاست برداشته می‌شود.
        [seen] آنچه شاید آنجا باشد جست‌وجو و اگر باشد برداشته می‌شود.
       *[stays] آنچه آنجا منتشر شده می‌ماند: این شبکه چیزی را پس نمی‌گیرد.
    }
console-retract-followers = پیام‌هایی که دنبال‌کنندگان گرفته‌اند نزدشان می‌ماند. کسی که هنوز منتظر است آن را نمی‌گیرد.
console-retract-waiting = متن‌هایی از این نوشته که هنوز منتشر نشده‌اند همچنان می‌توانند منتشر شوند. اگر نباید، آن‌ها را در صفحهٔ نوشته پس بگیرید.
console-retract-nothing = چیزی برای پس گرفتن نمانده است.
console-retract-elsewhere = در جاهای دیگر می‌ماند و دنبال‌کنندگان آن را مانند پیش می‌گیرند.
console-retracted-at = پس گرفته شد: { $at }. کسی که آن را نگرفته است دیگر نمی‌گیرد.
console-card-title = کارت
console-card-of = نشان می‌دهد
console-card-make = کارت را بساز
console-card-hint = هر زبان کارت خودش را می‌گیرد. همهٔ متن‌ها دوباره پیش‌نویس می‌شوند.
console-sheet-title = آنچه همهٔ زبان‌ها در آن شریک‌اند
console-sheet-voids = با تغییر، نوشته‌های این زبان‌ها دوباره پیش‌نویس می‌شوند: { $languages }.
console-sheet-void-count = تأییدهایی که از اعتبار می‌افتند: { $count }
console-sheet-not-before = نه پیش از
console-sheet-not-after = نه پس از
console-sheet-after-hint = خالی: در سه روز.
console-sheet-embargo = ممنوعیت انتشار تا
console-sheet-embargo-hint = تا آن زمان تنها افراد فهرست رسانه‌ها دریافت می‌کنند. خالی: همه هم‌زمان.
console-sheet-clock = به وقت { $zone }. خالی: به‌محض تأیید.
console-sheet-warning = هشدار به خوانندگان
console-sheet-none = هیچ
console-sheet-accounts = جز دنبال‌کنندگان پرونده به کجا می‌رود
console-sheet-accounts-hint = نوبت هر حساب را بدهید: ۱ نخست می‌رود.
console-sheet-account = { $handle } ({ $network })، به { $language }
console-sheet-gap = دقیقه میان دو حساب
console-sheet-gap-hint = ۰: همه هم‌زمان.
console-sheet-spread = { $minutes } دقیقه میان دو حساب
console-sheet-standing = به شکل کنونی
console-quote = نقل‌قولی برای کارت
console-quote-words = چه گفته شده
console-quote-who = چه کسی گفته
console-quote-hint = به هر زبان نوشته، با واژه‌هایی که خوانندگان می‌بینند. برای هر کدام تصویری می‌سازد.
# How much of the room is used. Variables: $length, $limit – numbers of characters.
console-edit-length = { $length } از { $limit } نویسه
console-edit-approver =
    { $then ->
        [stuck] اگر اینجا تغییری ذخیره کنید، کسانی که می‌توانند این متن را تأیید کنند کمتر از شمار لازم خواهند بود.
       *[others] اگر اینجا تغییری ذخیره کنید، دیگر نمی‌توانید این متن را تأیید کنید. کس دیگری باید این کار را بکند.
    }
console-edit-save = ذخیره
console-edit-submit = سپردن به نفر دوم
console-edit-standing-title = آنچه { $name } در این میان نوشته است
console-edit-instead = آن را خواندم: متن من جایش را بگیرد
console-edit-withdraw = پس گرفتن
console-preview-title = این‌گونه منتشر می‌شود
console-preview-left = { $account }: { $left } از { $limit } مانده
console-preview-parts = { $account }: { $length } از { $limit }، در بخش‌ها: { $parts }
console-draft-kept = به‌عنوان پیش‌نویس شما نگه داشته شد. هنوز ذخیره نشده است.
console-draft-shown = پیش‌نویس خود را می‌بینید: نگه داشته شده و هنوز ذخیره نشده است.
console-draft-offline = ارتباط قطع است. آنچه می‌نویسید روی این دستگاه می‌ماند و با برقراری ارتباط فرستاده می‌شود.
console-draft-restored = آنچه آخرین بار نوشتید هنوز روی این دستگاه بود. دوباره اینجاست.
console-draft-signed-out = دیگر وارد نیستید. آنچه نوشتید روی این دستگاه مانده است: وارد شوید و این صفحه را دوباره باز کنید.
console-paragraph-title = بند { $number }
console-paragraph-changed = پس از ترجمه تغییر کرده است. ببینید ترجمه هنوز درست است یا نه.
console-paragraph-gone = متن اصلی دیگر این بند را ندارد. برای کنار گذاشتن آن، خانه را خالی کنید.
console-paragraph-fits = همین‌گونه درست است
console-paragraph-tally = بندها: { $all }. هنوز ترجمه نشده: { $missing }. متن اصلی پس از آن تغییر کرده: { $changed }.
console-paragraph-lacks = در این ترجمه پیدا نشد: { $facts }. ببینید همان را می‌گوید یا نه.
console-facts-title = همان‌گونه که در متن اصلی است می‌ماند:
console-facts-hint = نام‌ها، روزها، ساعت‌ها و نشانی‌های متن اصلی مانند { $time } در آکولاد می‌آیند و به نگارش هر زبان پر می‌شوند. با یک لمس در بند گذاشته می‌شوند. نام می‌تواند صرف شود: { $name }.
console-facts-back = آن را برگردانید
console-facts-differ =
    { $how ->
        [lost] جا افتاده: { $facts }.
        [doubled] بیش از متن اصلی: { $facts }.
        [contradicting] روز هفته با تاریخ نمی‌خواند: { $facts }.
       *[altered] در متن اصلی نیست: { $facts }.
    }
console-refused-facts = بند { $number } آنچه را متن اصلی می‌گوید نمی‌گوید. { $faults } چیزی ذخیره نشد.
console-claim-other = { $name } تا { $until } روی این متن کار می‌کند. پس از آن می‌توانید آن را به دست بگیرید.
console-claim-over = { $name } تا { $until } روی این متن کار می‌کرد. می‌توانید آن را به دست بگیرید.
console-claim-own = این متن تا { $until } در دست شماست؛ هر بار ذخیره نیم ساعت دیگر می‌افزاید.
console-claim-none = کسی روی این متن کار نمی‌کند. آن را به دست بگیرید تا در این میان کس دیگری در آن ننویسد.
console-claim-take = به دست گرفتن
console-claim-release = پس دادن
console-claim-standing = تا { $until } در دست { $name }
# The text cannot be sent as it is written. Variables: $line – a number.
console-edit-unreadable = سطر { $line }: { $remedy }
console-text-fault =
    { $fault ->
        [too-long] متن بسیار بلند است. کوتاهش کنید.
        [nested-too-deep] فهرست حداکثر سه سطح دارد. با کمتر بنویسید.
        [malformed-text] نیمی از یک نویسه در آن است. سطر را دوباره بنویسید.
        [control-character] نشانه‌ای در آن است که دیده نمی‌شود. سطر را دوباره بنویسید.
        [direction-override] نشانه‌ای نادیدنی در آن است که جهت خواندن را برمی‌گرداند. سطر را دوباره بنویسید.
        [image] تصویر در متن گذاشته نمی‌شود. آن را به نوشته پیوست کنید.
        [html] نشانه‌های صفحه‌آرایی پذیرفته نمی‌شود. پررنگ را با دو ستاره، و پیوند را با واژه‌ها در قلاب و نشانی در پرانتز پس از آن بنویسید.
        [heading] سرتیتر پذیرفته نمی‌شود. آن را به شکل سطری پررنگ بنویسید.
        [code] گراو و فاصلهٔ آغاز سطر پذیرفته نمی‌شود. برشان دارید.
        [quote] نقل‌قول را در گیومه و بی نشانهٔ > بنویسید.
        [table] جدول پذیرفته نمی‌شود. آن را به شکل فهرست بنویسید.
        [rule] به جای خط، سطری خالی بگذارید.
        [reference-link] نشانی پیوند را همان‌جا، در پرانتز پس از واژه‌های آن بنویسید.
        [link-without-words] واژه‌های پیوند را میان قلاب‌های آن بنویسید.
        [link-names-another-host] واژه‌های پیوند سایتی جز نشانی آن را نام می‌برد. هر دو یکی را نام ببرند.
        [link-title] عنوان درون گیومه را پس از نشانی پیوند بردارید.
        [link-not-absolute] نشانی پیوند را کامل، از همان آغاز که در مرورگر می‌بینید، بنویسید.
        [link-scheme] پیوند فقط به صفحه، نشانی ایمیل یا تلگرام باشد.
        [link-with-password] بخش پیش از @ را از نشانی پیوند بردارید.
        [link-malformed] نشانی پیوند درست نیست. درستش کنید.
       *[unsupported] فقط بند، پررنگ، کج، پیوند و فهرست پذیرفته می‌شود. با این‌ها بنویسید.
    }
# Variables: $length, $limit – numbers of characters.
console-edit-too-long = متن بیش از اندازه بلند است: { $length } نویسه، حداکثر { $limit }. کوتاهش کنید.
# Where a text stands.
console-text-state =
    { $state ->
        [draft] پیش‌نویس
        [in_review] در انتظار نفر دوم
        [approved] تأیید شده
        [scheduled] تأیید شده، در انتظار زمان خود
        [published] منتشر شده
        [rejected] رد شده
        [withdrawn] پس گرفته شده
       *[expired] برای انتشار دیر شده
    }
# How far the wording of a translation was looked at.
console-text-check =
    { $check ->
        [machine_draft] پیش‌نویس ماشینی
        [draft] هنوز بررسی نشده
        [checked] بررسی شده
       *[stale] کهنه: متن اصلی تغییر کرده
    }
console-hearings = جلسه‌های دادگاه
console-timeline = گاه‌شمار
# One source says otherwise; both stand. Variables: $source; $field – name of the field; $value.
console-disagrees = منبع { $source } چیز دیگری می‌گوید ({ $field }): { $value }
# Above the form for facts of a hearing, and on what leads to it.
console-facts-hearing =
    { $what ->
        [new] ثبت جلسهٔ دادگاه
       *[change] تغییر آنچه دربارهٔ جلسه دانسته است
    }
# The same of an incident: an arrest, a search, a release.
console-facts-incident =
    { $what ->
        [new] ثبت رویداد
       *[change] تغییر آنچه دربارهٔ رویداد دانسته است
    }
# Leads from a hearing or an incident to its form.
console-facts-change = تغییر
# Below a date.
console-facts-date-hint = تا وقتی تاریخی دانسته نیست، خالی بماند.
# Below a time of day.
console-facts-time-hint = به وقت همان‌جا. تا وقتی دانسته نیست، خالی بماند.
# Below a time zone. Variables: $example – a zone as it is written.
console-facts-zone-hint = منطقه و شهر، مانند { $example }.
# Below the list of sources.
console-facts-sources-hint = چه کسی خبر داده است؛ هر سطر یک منبع.
# Below the day on which facts were checked.
console-facts-checked-hint = روزی که کسی این را آخرین بار با منبعش سنجیده است.
# Opens the fields for further languages.
console-facts-languages = زبان‌های دیگر
# Opens the fields for what came of a hearing.
console-facts-result = نتیجهٔ جلسه
console-facts-rulings = آرا
console-facts-rulings-hint = برای هر شخص و هر اتهام یکی. بدون شخص کنار گذاشته می‌شود.
console-facts-ruling = رأی
console-facts-person = شخص
# What a ruling imposes.
console-facts-penalty = مجازات
# The label of a number: how long a penalty lasts.
console-facts-length =
    { $unit ->
        [years] سال
        [months] ماه
       *[days] روز
    }
# Of a fine.
console-facts-amount = مبلغ
console-facts-note = یادداشت
# Adds a row to a form.
console-facts-more = یک ردیف دیگر
console-facts-adjourned = تجدید جلسه
# Whether a hearing that was held goes on at another date.
console-facts-adjourned-how =
    { $how ->
        [no] تجدید نشده
        [open] تجدید شده، تاریخ نامعلوم
       *[dated] تجدید به تاریخ زیر
    }
console-facts-next = جلسهٔ بعدی
console-facts-next-hint = تنها با تاریخ به شمار می‌آید. دادگاهِ خالی همان دادگاه این جلسه است.
# Opens the fields for what a source says otherwise.
console-facts-differing = آنچه برخی منابع متفاوت می‌گویند
console-facts-differing-hint = هر دو می‌ماند و دنبال‌کنندگان هر دو را می‌بینند.
# Of which fact a source says something else.
console-facts-about = دربارهٔ
console-facts-says = چه می‌گوید
console-facts-source = منبع
console-facts-kind = چه رخ داده است
# Kinds of incident, in a list.
console-facts-kinds =
    { $kind ->
        [arrest] بازداشت
        [search] تفتیش
        [attack] حمله
        [transfer] انتقال
        [health] سلامت
        [demolition] تخریب
       *[release] آزادی
    }
console-facts-place = کجا
console-facts-what = با واژه‌هایی که دنبال‌کنندگان می‌خوانند
# Below the words in which an incident is told; of one that is taken back, what is right.
console-facts-what-hint = اگر رخ نداده است: آنچه درست است.
console-facts-whom = به چه کسی مربوط است
console-facts-bystanders = چند نفر دیگر، بر پایهٔ نقش
console-facts-bystanders-hint = هرگز از آنان نام برده نمی‌شود.
# The label of a number of people.
console-facts-bystander =
    { $role ->
        [minor] کودکان
        [witness] شاهدان
       *[victim] قربانیان
    }
console-facts-certainty = چقدر قطعی است
console-facts-certainties =
    { $certainty ->
        [established] قطعی: می‌دانیم
        [reported] گزارش‌شده: کسی گفته است و بیشتر نمی‌دانیم
       *[alleged] ادعاشده: تأیید نشده
    }
console-facts-discloses = افزون بر آن چه می‌گوید
console-facts-discloses-hint = این رضایتی ثبت‌شده می‌خواهد.
# How a change of an incident stands to what followers were told.
console-facts-amendment = نسبت آن با آنچه پیش‌تر گفته شد
console-facts-amendments =
    { $amendment ->
        [adds] بیشتر دانسته شده است
        [corrects] چیزی نادرست بود
       *[withholds] اطلاعات خصوصی پس گرفته و تکرار نمی‌شود
    }
console-facts-happened =
    { $status ->
        [stands] رخ داده است
       *[retracted] آن‌گونه که گفته شد رخ نداده است
    }
# Shows, before anything is recorded, what followers would be told.
console-facts-look = دیدن آنچه به دنبال‌کنندگان گفته می‌شود
# Above the message that followers would get.
console-facts-told = آنچه پس از تأیید نفر دوم به دنبال‌کنندگان گفته می‌شود
console-facts-told-none = به هیچ‌کس بی‌درنگ خبر داده نمی‌شود.
# Variables: $when – a list of dates and times.
console-facts-reminders = یادآوری‌ها: { $when }
console-facts-replaces = تغییری از پیش در انتظار نفر دوم است. تغییر شما جای آن را می‌گیرد.
# Above what a colleague recorded while this was written. Variables: $name – the colleague.
console-facts-standing = آنچه { $name } در این میان ثبت کرده است
# Behind a box to be ticked: one’s own facts are recorded although a colleague’s stand there by now.
console-facts-instead = آن را خواندم: مال من جایش را بگیرد
# Above a form that was not taken.
console-facts-faults = هنوز چیزی ثبت نشده است. آنچه را در زیر نشان شده ببینید.
# At a field.
console-facts-fault =
    { $reason ->
        [missing] این کم است.
        [clock] در آن روز ساعت‌ها از این زمان می‌پرند یا آن را دو بار نشان می‌دهند. زمان دیگری برگزینید.
        [minutes] شمار دقیقه‌ها را بنویسید: صفر یا بیشتر، حداکثر یک روز.
       *[unusable] به این شکل پذیرفتنی نیست: بیش از اندازه بلند است یا به اینجا تعلق ندارد.
    }
# A time that the clocks skip on that day. Variables: $before, $after – times of day.
console-refused-gap = در آن روز ساعت‌ها از این زمان می‌پرند. نزدیک‌ترین‌ها { $before } و { $after } است. بپرسید کدام منظور است.
# What is on its way.
console-broadcast-what =
    { $kind ->
        [alert] خبر جلسهٔ دادگاه
        [digest] خلاصهٔ هفتگی
       *[post] نوشته
    }
console-broadcast-state =
    { $state ->
        [running] در راه
        [paused] متوقف
        [halted] پس از خطاها متوقف
        [cancelled] لغو شده
       *[finished] پایان یافته
    }
# How many messages came to what. Variables: $count – a number, or that it is under 20.
console-delivery-count =
    { $state ->
        [planned] در انتظار: { $count }
        [sent] فرستاده شده: { $count }
        [failed] ناکام: { $count }
        [unknown] معلوم نیست رسیده باشد: { $count }
       *[cancelled] لغو شده: { $count }
    }
# In place of a number under 20.
console-few = کمتر از ۲۰
console-broadcast-do =
    { $action ->
        [pause] توقف
        [resume] ادامه
       *[cancel] لغو باقی‌مانده
    }
# What one person has asked for of a broadcast, beside it. Variables: $action – pause, resume or cancel; $name – who asked; $until – date and time.
console-broadcast-asked =
    { $action ->
        [pause] { $name } می‌خواهد این را متوقف کند. موافقت نفر دومی لازم است؛ مهلت درخواست: { $until }.
        [resume] { $name } می‌خواهد این ادامه یابد. موافقت نفر دومی لازم است؛ مهلت درخواست: { $until }.
       *[cancel] { $name } می‌خواهد باقی‌مانده را لغو کند. موافقت نفر دومی لازم است؛ مهلت درخواست: { $until }.
    }
# What of a broadcast did not arrive, by the reason; and what leads there.
console-dead-title = آنچه نرسید
# Why messages that did not arrive are not sent once more.
console-dead-why =
    { $why ->
        [may-have-arrived] شاید رسیده باشد، و هیچ‌کس نوشته‌ای را دو بار نمی‌گیرد.
        [chat-away] به این گفت‌وگوها نمی‌توان نوشت.
        [too-late] زمانشان گذشته است.
        [superseded] اطلاعات تازه‌تر جایشان را گرفته است.
        [not-wanted] لغو شدند یا خوانندگانشان دیگر نمی‌خواستند.
        [unreadable] گفت‌وگو یا متن با کلیدهای ما باز نمی‌شود.
        [no-longer-kept] اینکه کدام‌ها بودند دیگر نگه داشته نمی‌شود.
       *[not-certain] روشن نیست که تلاش دوباره بی‌خطر باشد.
    }
console-dead-class =
    { $class ->
        [no-rights] ربات اجازهٔ نوشتن در آنجا را ندارد.
        [content] تلگرام متن را نپذیرفت.
        [text-halted] پس از آن که تلگرام متن را نپذیرفت، متوقف شد.
        [no-answer] پاسخی نیامد: معلوم نیست رسیده‌اند یا نه.
       *[refused] تلگرام به دلیل دیگری نپذیرفت.
    }
console-dead-resend = این‌ها را دوباره بفرست
# Alerts of which nobody was told.
console-expired-title = خبرهایی که دیر شد
console-expired-why = فرستاده نشد: به‌موقع نرفت و سودی نداشت. به دنبال‌کنندگان گفته نشد.
# Our accounts on networks such as Mastodon.
console-accounts-title = حساب‌ها
console-account-state =
    { $state ->
        [active] برقرار
        [paused] متوقف
       *[disconnected] جداشده
    }
# Why nothing goes out on an account. A code may stand behind the third and the last.
console-account-why =
    { $why ->
        [staff] کسی از گروه آن را متوقف کرده است. دو نفر آن را دوباره راه می‌اندازند.
        [budget] بودجهٔ این ماه تمام شده است.
        [failures] پس از چند ناکامی پیاپی متوقف شد.
        [suspended] شبکه آن را بسته است.
        [expired] اعتبار اطلاعات ورود آن تمام شده، یا کسی آن را در شبکه باطل کرده است. باید آنجا اطلاعات تازه‌ای ساخت و سپس دوباره وصل کرد.
        [forgotten] اطلاعات ورودش را پاک کرده‌ایم. باید دوباره وصل شود.
       *[credentials] شبکه اطلاعات ورود ما را دیگر نمی‌پذیرد. باید دوباره وصل شود.
    }
# Variables: $until – date and time.
console-account-rests = پیش از { $until } چیزی به آنجا نمی‌رود.
console-account-ends = اطلاعات ورود آن تا { $end } اعتبار دارد. پیش از آن دوباره متصل کنید.
# Variables: $count – a number.
console-account-failures = ناکامی‌های پیاپی: { $count }
# By price lists. Variables: $spent, $planned – amounts of money.
console-account-spent = هزینهٔ تخمینی این ماه: { $spent }. برنامه‌ریزی‌شده: { $planned }.
# The same where there is a budget. Variables: $spent, $planned, $budget – amounts of money.
console-account-spent-of = هزینهٔ تخمینی این ماه: { $spent } از { $budget }. برنامه‌ریزی‌شده: { $planned }.
# Variables: $limit – a number, in the network’s own unit.
console-account-text = متن تا { $limit } نویسه به شمارش شبکه.
# What can be done on an account.
console-account-can =
    { $what ->
        [images] تصویر می‌پذیرد.
        [no-images] تصویر نمی‌پذیرد.
        [threads] متن‌های بلند در چند بخش می‌رود.
        [no-threads] متن یکجا می‌رود.
        [retract] آنچه منتشر شده پس گرفتنی است.
        [no-retract] آنچه منتشر شده پس گرفتنی نیست.
       *[asks-person] وقتی معلوم نیست چیزی آنجا هست، کسی باید نگاه کند.
    }
console-unknown-title = آیا آنجا هست؟
console-unknown-how = شبکه پاسخ نداد و چیزی دو بار فرستاده نمی‌شود. حساب را ببینید، سپس بگویید چه دیدید.
# Variables: $at – date and time.
console-unknown-tried = تلاش: { $at }
console-unknown-contact = برای یکی از مخاطبان فهرست بود.
console-unknown-stands = آنجا هست
# Its button: after that it goes out again.
console-unknown-absent = آنجا نیست: دوباره فرستاده شود
console-unknown-id = آنچه شبکه آن را با آن می‌شناسد
console-unknown-id-hint = عدد یا نامی که بیشتر بخش پایانی نشانی آن است.
console-unknown-address = نشانی آن، اگر دارید
# What somebody may do.
console-role =
    { $role ->
        [author] نویسنده
        [translator] مترجم
        [approver] تأییدکننده
        [admin] مدیر
        [coordinator] هماهنگ‌کننده
       *[lawyer] وکیل
    }
# Variables: $count – how many keys somebody has.
console-staff-keys = کلیدها: { $count }
# A bearer token of somebody. Variables: $until – date and time; $used – date and time, or console-token-unused.
console-token = یک توکن برای برنامه‌ها تا { $until } اعتبار دارد. آخرین استفاده: { $used }.
console-token-unused = هرگز
# Behind it: a list of scopes such as posts:read, or console-token-all.
console-token-for = برای:
console-token-all = هر آنچه نقش‌ها اجازه می‌دهند.
console-token-end = پایان دادن به این توکن
# Variables: $languages – a list.
console-staff-reads = می‌خواند: { $languages }
console-staff-cases = کار روی: { $cases }
console-staff-all-cases = همهٔ پرونده‌ها
console-staff-limit = محدود کردن { $who } به پرونده‌ها
console-staff-limit-how = اگر پرونده‌ای انتخاب نشود، روی همه کار می‌کند.
console-staff-limit-do = محدود شود
# Heading: colleagues who take over roles when others are gone.
console-succession-title = جانشینان تعیین‌شده
console-succession-how = دو نفر از پیش همکاری را تعیین می‌کنند. در روز نیاز یک نفر از او می‌خواهد کار را به دست بگیرد؛ پس از ۲۴ ساعت که هر کس می‌تواند اعتراض کند، او همین‌جا با کلید خودش این کار را می‌کند.
# Variables: $name – who proposes it; $who – who is to take over; $roles – a list.
console-succession-wants = { $name } پیشنهاد می‌کند { $who } در نبود دیگران کار را به دست بگیرد: { $roles }.
# Variables: $who; $roles – a list.
console-succession-stands = { $who } تعیین شده است تا در نبود دیگران کار را به دست بگیرد: { $roles }.
# Variables: $who; $roles – a list; $from – date and time.
console-succession-called = از { $who } خواسته شد کار را به دست بگیرد: { $roles }. از این زمان برقرار است: { $from }.
# Variables: $who; $roles – a list; $gone – names of who named them and is not there for it any more; $until – date and time.
console-succession-doubted = { $who } تعیین شده است تا در نبود دیگران کار را به دست بگیرد: { $roles }. کسی که حرفش دیگر به حساب نمی‌آید: { $gone }. اگر دیگران تأیید نکنند، در این زمان از اعتبار می‌افتد: { $until }.
# A button: to put one’s own word in place of one that is gone. Variables: $who.
console-succession-confirm = تأیید { $who }
# A button and the heading of its form.
console-succession-name = تعیین جانشین
# Label of a choice among colleagues.
console-succession-who = چه کسی کار را به دست می‌گیرد
# A button. Variables: $who.
console-succession-call = درخواست از { $who } برای به دست گرفتن کار
# A button for who was asked.
console-succession-take = به دست گرفتن کار
console-breaks-title = این کار دیگر از کسی برنمی‌آید
# A list of console-duty follows. Variables: $who – who would be taken off the staff, or limited to some cases.
console-breaks = اگر { $who } دیگر برای این کار نباشد، کارهای زیر از کسی برنمی‌آید. هنوز چیزی تغییر نکرده است.
# A button below it.
console-breaks-despite = با این همه انجام بده
# What a campaign must be able to do. Variables: $what – a language, a case or a person’s name.
console-duty =
    { $duty ->
        [any-post] مطالب، به هر زبانی، دربارهٔ هر پروندهٔ باز
        [post] مطالب دربارهٔ هر پروندهٔ باز به این زبان: { $what }
        [any-release] بیانیه‌های مطبوعاتی، به هر زبانی، دربارهٔ هر پروندهٔ باز
        [release] بیانیه‌های مطبوعاتی دربارهٔ هر پروندهٔ باز به این زبان: { $what }
        [facts] اطلاعات جلسه‌ها و رویدادها که یکی ثبت و دیگری تأیید می‌کند: { $what }
        [lift-pause] ازسرگیری مطالب پس از توقف: دو تأییدکننده
        [stop-alert] متوقف کردن خبر یک جلسه: دو نفر
        [invite] دعوت از کسی: دو مدیر دارای کلید
       *[replace-keys] کلیدهای تازه در صورت گم شدن، با دو نفر دیگر که کلید دارند: { $what }
    }
console-staff-invite = دعوت کسی
console-staff-invite-how = دو مدیر لازم است. دومی پیوند را می‌گیرد و تحویل می‌دهد.
console-staff-name = نام، آن‌گونه که همکاران می‌بینند
console-staff-roles = نقش‌ها
console-staff-languages = زبان‌هایی که می‌خواند
# Variables: $name – who asks; $who – who is to be invited.
console-staff-wants-invite = درخواست { $name }: دعوت از { $who }.
# Variables: $name – who asks; $who – whose keys are lost.
console-staff-wants-keys = به گفتهٔ { $name }، { $who } همهٔ کلیدها را گم کرده است. پیش از موافقت با او تماس بگیرید. کلیدهای تازه یک روز بعد کار می‌کنند.
# A second person has agreed. Variables: $who; $from – date and time.
console-staff-waits-keys = کلیدهای تازهٔ { $who } از این زمان کار می‌کنند: { $from }.
console-staff-object = اعتراض
# Variables: $who – of the person.
console-staff-replace = همهٔ کلیدهای { $who } گم شده است
# Variables: $who – of the person.
console-staff-revoke = کنار گذاشتن { $who } از گروه
# The link stands below. Variables: $from – from when on it counts, date and time.
console-staff-link = این پیوند را دستی تحویل دهید. یک بار نشان داده می‌شود، یک بار کار می‌کند و از این زمان: { $from }.
# Who did something that no staff member did.
console-audit-actor =
    { $kind ->
        [subscriber] یک دنبال‌کننده
        [job] سرویس
        [operator] گردانندهٔ سرویس پای دستگاه
        [partner] ناظر یک نهاد همکار
       *[staff] گروه
    }

## The set-up page, for a coordinator who has never seen a terminal

setup-title = راه‌اندازی کارزار
setup-intro = این کار حدود پانزده دقیقه طول می‌کشد. به تلگرام روی تلفنتان و به نفر دومی که به او اعتماد دارید نیاز دارید. آنچه وارد می‌کنید روی همین رایانه می‌ماند.
setup-choose-language = زبان این صفحه
# Variables: $step, $steps – numbers.
setup-step = گام { NUMBER($step) } از { NUMBER($steps) }
setup-next = ادامه
setup-back = بازگشت
setup-try-again = دوباره امتحان کن
setup-bot-title = ربات
setup-bot-how = در تلگرام گفت‌وگو با ‎@BotFather را باز کنید و ‎/newbot را بفرستید. او یک نام و یک نام کاربری که به «bot» ختم شود می‌پرسد و در پاسخ یک توکن می‌دهد: رشته‌ای از رقم‌ها و حروف که یک دونقطه در میان دارد. تمام توکن را کپی کنید و اینجا بچسبانید.
setup-bot-token-label = توکن دریافتی از BotFather
setup-bot-token-secret = هر کس این توکن را داشته باشد می‌تواند به نام ربات شما بنویسد. آن را برای هیچ‌کس نفرستید.
setup-bot-check = بررسی توکن
# Variables: $name – the bot's user name with @.
setup-bot-ok = توکن درست است. ربات شما: { $name }.
setup-bot-malformed = این شبیه توکن نیست. توکن اول رقم‌ها، بعد دونقطه و بعد حروف و رقم‌ها دارد. تمام خط را از BotFather کپی کنید.
setup-bot-wrong = تلگرام این توکن را نمی‌شناسد. آن را دوباره از BotFather کپی کنید؛ ‎/mybots آن را همان‌جا نشان می‌دهد.
setup-bot-unreachable = از این رایانه به تلگرام دسترسی نیست. اتصال اینترنت را بررسی کنید و دوباره امتحان کنید. در بعضی کشورها تلگرام فیلتر است.
setup-bot-has-webhook = سرویس دیگری از این ربات استفاده می‌کند. ربات تازه‌ای بسازید یا اول آن سرویس را متوقف کنید.
setup-campaign-title = کارزار
setup-campaign-name-label = نام کارزار
setup-campaign-name-hint = دنبال‌کنندگان آن را در نخستین پیام می‌بینند.
setup-languages-label = زبان‌هایی که به آن‌ها منتشر می‌کنید
setup-languages-hint = خود ربات به همهٔ آن‌ها حرف می‌زند. زبان‌هایی را انتخاب کنید که می‌توانید به آن‌ها مطلب بنویسید و بررسی کنید.
setup-zone-label = منطقهٔ زمانی
setup-zone-hint = منطقه‌ای که بیشتر جلسه‌ها در آن برگزار می‌شود. هر جلسه می‌تواند منطقهٔ خودش را داشته باشد.
setup-your-name-label = نام شما، آن‌طور که همکارانتان می‌بینند
setup-your-languages-label = زبان‌هایی که می‌خوانید
setup-passphrase-title = عبارت عبور
setup-passphrase-why = این عبارت کلیدی را قفل می‌کند که گفت‌وگوهای دنبال‌کنندگان شما با آن رمز شده است. پس از هر بار راه‌اندازی دوبارهٔ این رایانه آن را وارد می‌کنید. هر کس رایانه را بدون عبارت عبور ببرد، نمی‌تواند بخواند چه کسانی دنبال می‌کنند.
setup-passphrase-lost = راه دیگری نیست: اگر گم شود، فهرست دنبال‌کنندگان هم از دست می‌رود. آن را بنویسید و دور از این رایانه نگه دارید.
setup-passphrase-label = عبارت عبور
setup-passphrase-repeat-label = تکرار عبارت عبور
# Variables: $min – the smallest number of characters.
setup-passphrase-too-short =
    { $min ->
        [one] عبارت عبور دست‌کم { $min } نویسه لازم دارد. پنج یا شش واژه پشت سر هم به‌آسانی در یاد می‌ماند.
       *[other] عبارت عبور دست‌کم { $min } نویسه لازم دارد. پنج یا شش واژه پشت سر هم به‌آسانی در یاد می‌ماند.
    }
setup-passphrase-differ = دو عبارت عبور یکی نیستند.
setup-test-title = پیامی برای خودتان
setup-test-how = این پیوند را روی تلفنتان باز کنید و «شروع» (Start) را لمس کنید. آن‌وقت ربات برایتان می‌نویسد.
setup-test-link = باز کردن ربات در تلگرام
# Beside a QR code with the same link.
setup-link-scan = یا دوربین تلفنتان را رو به این مربع بگیرید.
setup-test-waiting = منتظر لمس «شروع» (Start) از سوی شما هستیم.
setup-test-on-its-way = پیام در راه است.
setup-test-sent = پیام فرستاده شد. آن را در تلگرام می‌بینید؟
setup-test-failed = پیام فرستاده نشد. در ربات دوباره «شروع» (Start) را لمس کنید و باز امتحان کنید.
setup-test-again = دوباره بفرست
# The message itself. Variables: $campaign – its name.
setup-test-message = این آزمایش کارزار { $campaign } است. ربات کار می‌کند و این گفت‌وگو به حساب شما در گروه کارزار وصل است.
setup-second-title = نفر دوم
setup-second-why = هیچ‌کس به‌تنهایی منتشر نمی‌کند: هر متن را باید کسی تأیید کند که آن را ننوشته است.
setup-second-how = این پیوند را به نفر دوم بدهید، بهتر از همه دست‌به‌دست یا با تماس تلفنی. او آن را در تلگرام باز می‌کند و «شروع» (Start) را لمس می‌کند. پیوند یک بار کار می‌کند.
setup-second-name-label = نام نفر دوم
setup-second-languages-label = زبان‌هایی که این شخص می‌خواند
setup-second-make = ساختن پیوند
setup-second-link-label = پیوند برای نفر دوم
# Beside a QR code with the same link.
setup-second-scan = اگر این شخص کنار شماست، دوربین تلفنش پیوند را از این مربع می‌خواند.
setup-second-waiting = منتظر نفر دوم هستیم.
setup-second-joined = نفر دوم پیوست.
setup-second-later = بعداً انجام می‌دهم
setup-finish = پایان
setup-done-title = کارزار راه‌اندازی شد
setup-done-text = کلید شما برای مدیریت در پایین آمده است. فقط یک بار نشان داده می‌شود: آن را در جای امنی نگه دارید.
setup-done-key-label = کلید مدیریت
setup-done-next = گام بعدی: پرونده‌ای اضافه کنید، بگذارید نفر دوم با آن موافقت کند، مطلبی بنویسید و بگذارید آن را تأیید کند.
setup-done-alone = نفر دوم هنوز نپیوسته است. تا آن وقت چیزی منتشر نمی‌شود و پرونده‌ای که اضافه می‌کنید به کسی نشان داده نمی‌شود.
setup-done-docs = باز کردن مدیریت
# Above the bot's address.
setup-done-followers = کارزار را از اینجا دنبال می‌کنند:
# Heads the list of what is wrong with a form.
setup-error-title = لطفاً این را بررسی کنید
# Variables: $field – the label of the input.
setup-error-required = لطفاً این را پر کنید: { $field }
setup-error-zone = این منطقهٔ زمانی شناخته نیست.
# Of the campaign or of a person. Variables: $max – the most characters.
setup-error-name = این نام پذیرفته نیست. آن را با دست و با حروف یا رقم بنویسید، حداکثر { NUMBER($max) } نویسه.
setup-error-languages = دست‌کم یک زبان انتخاب کنید.
# Variables: $folder – its path.
setup-error-folder = کلیدها را نمی‌توان در پوشهٔ { $folder } نوشت. کسی که به این رایانه می‌رسد باید به سرویس اجازهٔ نوشتن در آنجا را بدهد.
setup-error-start = سرویس راه نیفتاد. دوباره امتحان کنید؛ اگر باز هم نشد، دلیلش در پنجره‌ای که سرویس در آن کار می‌کند نوشته شده است.
setup-error-link = این پیوند پیش‌تر استفاده شده یا مهلتش گذشته است. سرویس را دوباره راه بیندازید تا پیوند تازه‌ای بدهد.
setup-error-ours = خطایی روی این رایانه رخ داد و چیزی تغییر نکرد. لطفاً دوباره امتحان کنید.

## The page on which the passphrase is entered after a restart

unlock-title = سرویس قفل است
unlock-text = سرویس دوباره راه‌اندازی شده است. تا وقتی عبارت عبور وارد نشود چیزی نمی‌فرستد. آنچه مردم به ربات می‌نویسند نزد تلگرام می‌ماند، حداکثر ۲۴ ساعت.
unlock-button = باز کردن قفل
unlock-wrong = این عبارت عبور درست نیست.
unlock-done = قفل باز شد. پیام‌ها دوباره فرستاده می‌شوند.
