### bray: native-checked = no
### Russian. Keys and variables are those of en.ftl; how to change a text stands at the head of
### scripts/messages.ts.
### Names of cases and campaigns stand in « » and are never inflected.
###
### Tone: the fact first, then the source, then what one can do. Plain and warm. No exclamation marks, no
### emoji. "Accused of", never "criminal". Never promise safety, never urge anybody to attend a hearing.
### Plain text only: bold and links are added by the program.

## Start

# The first thing a new follower reads.
# Variables: $campaign – the campaign's name.
start-welcome =
    Это бот кампании «{ $campaign }». Он сообщает о людях, которых судят за сказанное: что с ними происходит, когда заседает суд и когда суд переносит заседание.

    О вас хранится: номер этого чата в зашифрованном виде, ваш язык и дела, за которыми вы следите. Ни ваше имя, ни то, что вы пишете, не хранится. Telegram знает, что вы пользуетесь этим ботом.

    /cases — список дел. /help — что ещё можно сделать.
# For somebody who comes back and still follows cases.
# Variables: $count – how many cases they follow.
start-returning =
    { $count ->
        [one] С возвращением. Вы следите за { $count } делом. /hearings — ближайшие заседания.
        [few] С возвращением. Вы следите за { $count } делами. /hearings — ближайшие заседания.
        [many] С возвращением. Вы следите за { $count } делами. /hearings — ближайшие заседания.
       *[other] С возвращением. Вы следите за { $count } дела. /hearings — ближайшие заседания.
    }
# For somebody whose messages had stopped (they had blocked the bot) and who is reachable again.
start-reachable-again = Вы снова получаете здесь сообщения. /cases — список дел, /stop — остановить все сообщения.
# Below the welcome. Variables: $places – a list of names in Telegram, such as “@reserve_bot”.
start-reserve = Если этот бот однажды замолчит, вы найдёте нас здесь: { $places }
# The link that was opened names a case that does not exist or is no longer shown.
start-unknown-case = Эта ссылка ведёт к делу, которого здесь нет. Вот дела, за которыми можно следить:
start-choose-language = На каком языке боту вам писать?

# On the bot's page in Telegram, before somebody taps “Start” (at most 512 characters). Variables: $campaign.
bot-description = Новости о людях, которых судят за сказанное, от кампании «{ $campaign }»: что с ними происходит, когда заседает суд и когда заседание переносят. Telegram знает, что вы пользуетесь этим ботом.
# On the bot's profile (at most 120 characters).
bot-short-description = Людей судят за сказанное: их дела и заседания суда.

## Languages

# Sent in the new language after it was chosen.
language-set = Теперь бот пишет вам по-русски.
language-prompt = Бот пишет вам по-русски. Какой язык вы хотите?
# Shown above a text that does not exist in the reader's language (this one).
# Variables: $language – the language the text is in, a language code.
language-fallback =
    { $language ->
        [az] Этот текст на азербайджанском языке; перевода на русский пока нет.
        [en] Этот текст на английском языке; перевода на русский пока нет.
        [ru] Этот текст на русском языке.
        [tr] Этот текст на турецком языке; перевода на русский пока нет.
        [fa] Этот текст на персидском языке; перевода на русский пока нет.
        [fr] Этот текст на французском языке; перевода на русский пока нет.
       *[de] Этот текст на немецком языке; перевода на русский пока нет.
    }
# The name of a language, inside a sentence or a list.
# Variables: $language – a language code.
language-name =
    { $language ->
        [az] азербайджанский
        [en] английский
        [ru] русский
        [tr] турецкий
        [fa] персидский
        [fr] французский
       *[de] немецкий
    }

## Commands, as Telegram's menu lists them (at most 256 characters each)

command-start = Начать или выбрать язык
command-cases = Все дела: следить за делом или перестать
command-hearings = Ближайшие заседания
command-language = Сменить язык
command-discreet = Сообщения без имён — для телефона, который могут увидеть другие
command-quiet = Часы, когда не приходит то, что может подождать
command-digest = Раз в неделю — обзор дел, за которыми вы следите
command-alerts = Напоминания о заседаниях и кому сообщают первым
command-privacy = Что о вас хранится и что не хранится
command-stop = Остановить все сообщения
command-forget = Стереть всё, что хранится об этом чате
command-help = Что умеет этот бот
# In groups and channels, for their admins.
command-follow = Следить за делом в этой группе
command-unfollow = Перестать следить за делом в этой группе

## Buttons

button-next = Следующие
button-previous = Предыдущие
button-back = Назад
button-cancel = Отмена
button-follow = Следить
button-unfollow = Перестать следить
button-hearings = Заседания
button-next-hearing = Ближайшее заседание
button-case = Дело
button-open-in-bot = Открыть в боте
button-calendar = Добавить в календарь
button-map = Карта
button-attend = Я буду на заседании
button-timeline = Хронология
button-share = Поделиться
# Under an alert or a post: no more messages about this case.
button-stop-case = Не следить за этим делом
# Under an alert or a post: no more messages at all.
button-stop-all = Остановить всё
button-discreet-on = Включить
button-discreet-off = Выключить
# What a follower may choose as quiet hours, beside hours of their own.
button-quiet-campaign = Как в кампании
button-quiet-off = Без тихих часов
button-digest-off = Без обзора
button-digest-stop = Больше без обзоров
# What a follower may choose about reminders, beside lead times like “7 days” or “3 hours”.
button-alerts-changes = Только изменения
button-tell-first = Сообщать мне первым
button-standing =
    { $standing ->
        [observer] Наблюдаю за процессами
        [lawyer] Я юрист
       *[press] Я из прессы
    }
# A lead time, in a list and on a button, beside “1 day” and “3 hours”.
lead-time-morning = Утром в день заседания
# Under the neutral notice of discreet mode.
button-show = Показать
button-show-picture = Показать изображение
button-delete-now = Удалить сейчас
button-forget = Стереть всё
# For staff, under a text that waits for their decision.
button-approve = Одобрить
button-reject = Отклонить
# For staff, under a request that waits for a second person.
button-agree = Согласиться

## Small parts

# Under a long list. Variables: $page, $pages – numbers, from 1.
page-of = Страница { NUMBER($page) } из { NUMBER($pages) }
# A fact nobody knows yet, in the place of its value.
value-unknown = пока неизвестно
unit-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
        [many] { $count } дней
       *[other] { $count } дня
    }
unit-hours =
    { $count ->
        [one] { $count } час
        [few] { $count } часа
        [many] { $count } часов
       *[other] { $count } часа
    }

## Dates and times

# Date and time of a hearing where the court is, then the same moment in UTC.
# Variables: $date, $time; $place – like "Baku, UTC+4"; $utc – the time, with the date if it differs.
format-hearing-time = { $date }, { $time } ({ $place }; { $utc } UTC)
# Variables: $date, $city.
format-hearing-time-unknown = { $date }, время пока неизвестно ({ $city })
# Any other moment. Variables: $date, $time; $place – like "Baku, UTC+4".
format-instant = { $date }, { $time } ({ $place })
# Whose clock it is. Variables: $city; $offset – like "UTC+4".
format-place = { $city }, { $offset }
# Variables: $date, $time.
format-date-and-time = { $date }, { $time }

## Cases

cases-title = Дела
cases-empty = Здесь пока нет ни одного дела. Когда кампания добавит дело, его покажет /cases.
# The heading of a case. Variables: $name – of the case; $country.
case-title = { $name } ({ $country })
# Variables: $count – how many persons; $names – a list of them.
case-persons =
    { $count ->
        [one] Кого касается: { $names }
        [few] Кого касается: { $names }
        [many] Кого касается: { $names }
       *[other] Кого касается: { $names }
    }
# Stands on every case that is not real.
case-fictional = Это дело вымышлено, чтобы можно было всё попробовать.
# Variables: $when – date and time of the next hearing.
case-next-hearing = Следующее заседание: { $when }
case-no-hearing = Сейчас о новых заседаниях ничего не известно.
case-followed = Теперь вы следите за этим делом. Вам сообщат, если заседание назначат, перенесут или отменят. /hearings — ближайшие заседания.
case-unfollowed = Вы больше не следите за этим делом. О нём вам больше ничего не придёт.
case-already-followed = Вы уже следите за этим делом.
case-closed = Это дело закрыто. Нового не ожидается, но прочитать о нём можно.
case-gone = Это дело здесь больше не показывается. /cases — остальные дела.
# After “/follow” or “/unfollow” with a short name that no case has.
case-unknown = Дела с таким кратким именем нет.
unfollow-choose-case = За каким делом вы больше не хотите следить?
# The heading of what happened so far in a case.
case-timeline-title = Что произошло до сих пор
case-timeline-empty = Пока ничего не записано.
case-statement = Публичное заявление: { $who }
# Text to pass on with the link to a case. Variables: $name – of the case.
case-share = { $name }: что это за дело и когда заседает суд

## Hearings

hearings-title = Ближайшие заседания
hearings-follow-nothing = Вы пока не следите ни за одним делом. Откройте /cases, нажмите под делом «Следить», и его заседания появятся здесь.
hearings-none-known = В делах, за которыми вы следите, пока не назначено ни одного заседания. Когда назначат, вам сообщат.
hearing-gone = Это заседание здесь больше не показывается. /hearings — ближайшие заседания.
calendar-no-date = У этого заседания нет даты, которую мог бы показать календарь. /hearings — ближайшие заседания.
calendar-file = Откройте этот файл, чтобы добавить заседание в календарь. Если суд перенесёт его, календарь об этом не узнает; этот бот вам сообщит.
attend-count =
    { $count ->
        [one] { $count } человек сообщил, что будет на заседании.
        [few] { $count } человека сообщили, что будут на заседании.
        [many] { $count } человек сообщили, что будут на заседании.
       *[other] { $count } человека сообщили, что будут на заседании.
    }
attend-note = «Я буду на заседании» только считается и никому не показывает, кто вы. Число показывается начиная с { NUMBER($from) } и стирается после этого дня. Telegram видит, что вы нажали кнопку.
attend-off = Кампания не считает, кто будет на заседании.
attend-over = Об этом заседании так сказать уже нельзя: оно прошло, перенесено, отменено или закрыто для публики.
hearing-kind =
    { $kind ->
        [detention] Заседание о мере пресечения
        [preliminary] Предварительное заседание
        [trial] Судебное разбирательство
        [verdict] Оглашение приговора
        [appeal] Апелляция
        [parole] Заседание об условно-досрочном освобождении
       *[other] Заседание
    }
hearing-on-day = { $kind }, { $day }
hearing-status =
    { $status ->
        [scheduled] Назначено
        [postponed] Отложено
        [cancelled] Отменено
       *[held] Состоялось
    }
# Variables: $names – the persons before the court.
hearing-who = Перед судом: { $names }
hearing-when = Когда: { $when }
hearing-court = Суд: { $court }
hearing-room = Зал: { $room }
hearing-room-unknown = Зал: пока неизвестно
hearing-judge = Судья: { $judge }
hearing-openness =
    { $openness ->
        [open] Заседание открытое
        [closed] Заседание закрытое
       *[unknown] Неизвестно, открытое ли заседание
    }
# The same in one word, where old and new value stand side by side.
openness-word =
    { $openness ->
        [open] открытое
        [closed] закрытое
       *[unknown] неизвестно
    }
# Variables: $count – how many sources; $sources – a list of them.
hearing-sources =
    { $count ->
        [one] Источник: { $sources }
        [few] Источники: { $sources }
        [many] Источники: { $sources }
       *[other] Источники: { $sources }
    }
# Variables: $date – when the campaign last checked.
hearing-checked = Даты часто меняются. Проверено: { $date }.
# Above the lines in which sources say different things.
hearing-sources-disagree = Источники расходятся:
# Variables: $source; $value – what it says.
hearing-source-says = { $source } сообщает: { $value }
hearing-source-says-of = { $field }: { $source } сообщает: { $value }
card-quote = «{ $words }»
hearing-outcome = Итог: { $outcome }
# What was decided on one charge. Variables: $person; $charge – the charge; $ruling – see “ruling”.
hearing-decided = { $person }, «{ $charge }»: { $ruling }
# The same with what was imposed. Variables: $penalty – see “penalty-size”.
hearing-decided-penalty = { $person }, «{ $charge }»: { $ruling } ({ $penalty })
# What a court decided on a charge, in a few words. “See below”: the line that follows says it.
ruling =
    { $ruling ->
        [convicted] признание виновности
        [acquitted] оправдание
        [dropped] обвинение снято
        [upheld] прежнее решение оставлено в силе
        [overturned] прежнее решение отменено
        [changed] наказание изменено
        [returned] возвращено на новое рассмотрение
        [detained] заключение под стражу
        [released] освобождение из-под стражи
       *[other] см. ниже
    }
# What was imposed.
penalty =
    { $kind ->
        [prison] лишение свободы
        [suspended] условное наказание
        [house_arrest] домашний арест
        [detention] содержание под стражей
        [community_service] общественные работы
       *[fine] штраф
    }
# Variables: $penalty – see “penalty”; $size – how long, such as “2 years, 6 months”, or how much money.
penalty-size = { $penalty }: { $size }

## Alerts: a title, then lines about the hearing, then the footer

# Variables: $case – its name.
alert-announced-title = Новое заседание по делу «{ $case }»
alert-reminder-tomorrow-title = Завтра заседание по делу «{ $case }»
# Sent on the morning of the day.
alert-reminder-today-title = Сегодня заседание по делу «{ $case }»
# Variables: $days – 2 or more.
alert-reminder-days-title =
    { $days ->
        [one] Через { $days } день заседание по делу «{ $case }»
        [few] Через { $days } дня заседание по делу «{ $case }»
        [many] Через { $days } дней заседание по делу «{ $case }»
       *[other] Через { $days } дня заседание по делу «{ $case }»
    }
alert-reminder-hours-title =
    { $hours ->
        [one] Через { $hours } час заседание по делу «{ $case }»
        [few] Через { $hours } часа заседание по делу «{ $case }»
        [many] Через { $hours } часов заседание по делу «{ $case }»
       *[other] Через { $hours } часа заседание по делу «{ $case }»
    }
alert-changed-title = Изменения: заседание по делу «{ $case }»
# The hearing is at a later time or on a later day than before. Variables: $case – its name.
alert-moved-later-title = Перенесено на более позднее время: заседание по делу «{ $case }»
# The title when a hearing is moved to an earlier time: louder than the others, since whoever relies on the old
# time misses the hearing. The times come first, for the preview on a locked screen.
# Variables: $from, $to – times on the same day; $case – its name; $date.
alert-moved-earlier = РАНЬШЕ: { $to } вместо { $from }. Заседание по делу «{ $case }» перенесено на более раннее время. День: { $date }.
# The same when the day changes too. Variables: $from, $to – date and time; $case.
alert-moved-earlier-day = РАНЬШЕ: заседание по делу «{ $case }» перенесено на более ранний день. Теперь: { $to }. Было: { $from }.
# One line per changed fact. Variables: $field – its name (see field-name); $from, $to – its old and new value.
alert-change-line = { $field }: было — { $from }, теперь — { $to }
field-name =
    { $field ->
        [status] Состояние
        [localDate] Дата
        [localTime] Время
        [zone] Часовой пояс
        [kind] Вид заседания
        [court] Суд
        [room] Зал
        [openness] Открытое или закрытое
        [judge] Судья
        [outcome] Итог
        [charge] Обвинение
        [sources] Источники
       *[checkedOn] Проверено
    }
alert-postponed-title = Отложено: заседание по делу «{ $case }»
# Variables: $when – the new date and time.
alert-postponed-to = Новая дата: { $when }
alert-postponed-no-date = Новая дата пока неизвестна. Когда она появится, вам сообщат.
# Variables: $when – when it would have been.
alert-no-longer-at = В этот день заседания не будет: { $when }
alert-cancelled-title = Отменено: заседание по делу «{ $case }»
alert-outcome-title = Итог заседания по делу «{ $case }»
alert-outcome-taken-back = Об итоге мы сообщили неверно. Чем закончилось заседание, неизвестно.
# It was held, and goes on another day. Variables: $case – its name.
alert-adjourned-title = Отложено: заседание по делу «{ $case }»
# The heading above the next hearing.
alert-adjourned = Продолжение:
# The day after a hearing of which nothing new is known. Variables: $case – its name.
alert-no-outcome-title = Новостей пока нет: заседание по делу «{ $case }»
# Variables: $when – when it was to be.
alert-no-outcome = Заседание было назначено так: { $when }. Его итог пока неизвестен.
alert-no-next-date = О следующей дате ничего не известно.
# Variables: $when – the moment at which the message was due.
alert-late = С опозданием: это сообщение должно было прийти раньше — { $when }.
# The same, where the moment is no longer known.
alert-late-sent = С опозданием: это сообщение должно было прийти раньше.
alert-repeat = Повтор: возможно, вы это уже получили.
alert-unconfirmed = Второй человек это ещё не подтвердил.
# A move that was told before a second person had confirmed it, now confirmed. Variables: $case – its name.
alert-confirmed-title = Подтверждено: заседание по делу «{ $case }»
# What was told turned out to be wrong. Variables: $case – its name.
alert-corrected-title = Исправление: заседание по делу «{ $case }»
# Variables: $when – the date and time that were told.
alert-wrong-move = Мы ошиблись: заседание не переносили на это время: { $when }.
# Variables: $when – date and time.
alert-correct-when = Правильно: { $when }
# Below “Not yet confirmed by a second person”. Variables: $when – the date and time that two people have confirmed.
alert-confirmed-so-far = Пока подтверждено: { $when }
# In a reminder, beside the confirmed time. Variables: $when – date and time.
alert-reported-move = Сообщают, второй человек это ещё не подтвердил: перенесено на { $when }
# At the foot of every alert.
alert-decide-yourself = Решайте сами, идти ли. Полиция задерживала людей на заседаниях.

## Incidents

incident-title =
    { $kind ->
        [arrest] Задержание: «{ $case }»
        [search] Обыск: «{ $case }»
        [attack] Нападение: «{ $case }»
        [transfer] Перевод в другое место: «{ $case }»
        [health] Здоровье: «{ $case }»
        [demolition] Снос: «{ $case }»
       *[release] Освобождение: «{ $case }»
    }
incident-kind =
    { $kind ->
        [arrest] Что: задержание
        [search] Что: обыск
        [attack] Что: нападение
        [transfer] Что: перевод в другое место
        [health] Что: здоровье
        [demolition] Что: снос
       *[release] Что: освобождение
    }
incident-more-title = Стало известно больше: «{ $case }»
incident-correction-title = Исправление: «{ $case }»
incident-wrong = Мы ошиблись: { $told }
incident-correct = На самом деле: { $fact }
incident-not-repeated = Часть того, что мы об этом сообщили, была неверна или не должна была быть сообщена. Здесь это не повторяется.
incident-did-not-happen = по тому, что известно сейчас, этого не было.
incident-confirmed = С тех пор это подтвердилось.
incident-reported = Сообщает: { $sources }. Больше мы пока не знаем.
incident-alleged = Это утверждают, подтверждения нет. Источник: { $sources }
incident-who = Кто: { $names }
incident-when = Когда: { $when }
incident-where = Где: { $place }
person-role =
    { $role ->
        [minor] несовершеннолетний человек
        [witness] свидетель
       *[victim] пострадавший человек
    }
person-roles =
    { $role ->
        [minor] несовершеннолетние: { NUMBER($count) }
        [witness] свидетели: { NUMBER($count) }
       *[victim] пострадавшие: { NUMBER($count) }
    }
disclosure-word =
    { $disclosure ->
        [health] здоровье
       *[torture] пытки
    }

## Posts

# Under a post: the case it is about. Variables: $case – its name.
post-case-line = К делу: { $case }

## Stop

stop-done = Остановлено. Больше вам ничего не придёт. Выбранный язык сохраняется, чтобы вы могли вернуться с помощью /start; /forget сотрёт и его.
stop-nothing = Вы не следите ни за одним делом, поэтому вам ничего и не отправляется. /cases — список дел.
stop-cancelled = Ничего не изменилось.

## Forget

forget-confirm =
    Стереть всё, что хранится об этом чате: дела, за которыми вы следите, язык, скрытый режим, тихие часы и сообщения, которые ещё не дошли?

    Это действует сразу, отменить нельзя.
forget-done = Стёрто:
# The lines under “Erased:”. Variables: $count.
forget-done-follows =
    { $count ->
        [one] { $count } дело, за которым вы следили
        [few] { $count } дела, за которыми вы следили
        [many] { $count } дел, за которыми вы следили
       *[other] { $count } дела, за которыми вы следили
    }
forget-done-chat = зашифрованный номер этого чата
forget-done-language = ваш язык
forget-done-discreet = настройка скрытого режима
forget-done-quiet = ваши тихие часы
forget-done-digest = ваш выбор еженедельного обзора
forget-done-attendance =
    { $count ->
        [one] ваши слова о том, что вы будете на { $count } заседании
        [few] ваши слова о том, что вы будете на { $count } заседаниях
        [many] ваши слова о том, что вы будете на { $count } заседаниях
       *[other] ваши слова о том, что вы будете на { $count } заседания
    }
forget-done-alerts = ваш выбор напоминаний и то, сообщали ли вам первым
forget-done-staff = связь этого чата с вашей учётной записью в команде
forget-done-pending =
    { $count ->
        [one] { $count } сообщение, которое ещё не дошло
        [few] { $count } сообщения, которые ещё не дошли
        [many] { $count } сообщений, которые ещё не дошли
       *[other] { $count } сообщения, которые ещё не дошли
    }
forget-done-deleted =
    { $count ->
        [one] { $count } сообщение в этом чате
        [few] { $count } сообщения в этом чате
        [many] { $count } сообщений в этом чате
       *[other] { $count } сообщения в этом чате
    }
forget-remains = Более старые сообщения остаются на этом телефоне. Удалите этот чат сами. Telegram по-прежнему знает, что вы пользовались этим ботом.
forget-nothing = Об этом чате ничего не хранилось.

## Privacy

privacy-title = Что о вас хранится
privacy-stored = Хранится: номер этого чата в зашифрованном виде; ваш язык; дела, за которыми вы следите; включён ли скрытый режим; ваши тихие часы; когда вам приходит еженедельный обзор, если вы его выбрали; какие напоминания вы выбрали; сообщают ли вам первым и в каком качестве, если вы это указали. В скрытом режиме ещё — зашифрованно и не дольше двух дней — какие сообщения надо удалить.
privacy-attendance = Если вы нажмёте «Я буду на заседании»: метка, которую только считают, для каждого заседания своя; после этого дня она стирается.
privacy-not-stored = Не хранится: ваше имя, имя пользователя, номер телефона и то, что вы пишете. Написанное вами прочитывается один раз, чтобы ответить, и затем удаляется.
privacy-how-long = Как долго: пока вы это не сотрёте. /forget стирает сразу.
privacy-staff = Команда кампании видит, сколько людей следит за делом, но не видит кто. Ни на одном экране и ни в одной выгрузке вашего чата нет.
privacy-telegram = Telegram знает, что вы пользуетесь этим ботом, и хранит сообщения этого чата. Кто откроет ваш телефон, сможет их прочитать. Изменить это мы не можем.
privacy-groups = В группе всё, что пишет бот, видят все участники.

## Discreet mode

discreet-explain =
    Скрытый режим — для телефона, в который могут заглянуть другие. В сообщении стоит только «Доступно обновление», без имён и без суда. Вы нажимаете, чтобы прочитать, и после прочтения текст удаляется — самое позднее до истечения двух дней.

    Режим скрывает текст, но не то, что вы пользуетесь этим ботом: это видят Telegram и тот, кто откроет этот чат.
discreet-state =
    { $state ->
        [on] Скрытый режим включён.
       *[off] Скрытый режим выключен.
    }
discreet-turned-on = Скрытый режим включён. Сообщения, которые уже здесь, остаются: если нужно, удалите их сами.
discreet-turned-off = Скрытый режим выключен. Сообщения снова приходят с полным текстом.
# The whole message in discreet mode: it must tell a stranger nothing.
discreet-notice = Доступно обновление
# Under the text once shown. Variables: $when – the moment of deletion.
discreet-deletes-at = Это сообщение удалится, когда вы нажмёте «Удалить сейчас», самое позднее: { $when }.
discreet-deleted = Удалено.
discreet-gone = Это обновление больше недоступно. /hearings — ближайшие заседания.

## Quiet hours

quiet-explain =
    В тихие часы бот не присылает ничего, что может подождать до их конца. То, что касается заседания, до которого остались сутки или меньше или которое перенесли на более раннее время, приходит в любой час; так же и известие о задержании, обыске, нападении или сносе в тот день, когда это произошло.

    Часы считаются по времени того места, где идёт дело: где вы, бот не знает.
# Variables: $hours – a span, as in quiet-span.
quiet-state-own = Ваши тихие часы: { $hours }
quiet-state-off = Тихих часов у вас нет: сообщения приходят в любое время.
quiet-state-campaign = У вас тихие часы кампании: { $hours }
quiet-state-campaign-none = У вас как в кампании, а в ней тихих часов нет.
quiet-set = Это относится к тому, что будет запланировано дальше. То, что уже ждёт, придёт в своё время.
# Hours of the clock, also on a button. Variables: $from, $to – times.
quiet-span = { $from }–{ $to }

## Reminders, and who is told first

alerts-explain = Когда заседание назначают, переносят или отменяют, вам сообщают в любом случае. Здесь вы выбираете, за сколько времени до заседания вам напоминать и сообщать ли вам раньше других.
# Variables: $times – a list of lead times, such as “7 days, 3 hours”.
alerts-state-campaign = Напоминания до заседания, как в кампании: { $times }
alerts-state-campaign-none = Напоминания: как в кампании, а она их не присылает.
# Variables: $times – as above.
alerts-state-own = Напоминания до заседания, как вы выбрали: { $times }
alerts-state-changes = Напоминаний нет: вам сообщают только об изменениях.
alerts-state-first = Вам сообщают раньше других.
alerts-state-not-first = Вам сообщают вместе с другими.
alerts-state-standing =
    { $standing ->
        [observer] Вам сообщают раньше других: вы наблюдаете за процессами.
        [lawyer] Вам сообщают раньше других: вы юрист.
       *[press] Вам сообщают раньше других: вы представляете прессу.
    }
alerts-set = Сохранено. Это относится к тому, чему срок придёт теперь.

## The weekly summary

digest-explain = Раз в неделю бот может присылать одно сообщение обо всех делах, за которыми вы следите: что произошло и что впереди. Оно приходит вдобавок к остальным сообщениям, а не вместо них. Час — по времени кампании, ваши тихие часы учитываются.
digest-state-off = Еженедельный обзор вам не приходит.
digest-state-on = Обзор приходит вам каждую неделю: { $when }
digest-slot = { $weekday }, { $time }
digest-title = Прошедшая неделя в делах, за которыми вы следите
digest-incident = { $what } ({ $date })
digest-hearing = { $kind }, { $when }: { $status }
digest-hearing-new = Назначено: { $kind }, { $when }
digest-hearing-changed = Изменено: { $kind }, теперь { $when }
digest-next = Впереди: { $kind }, { $when }
digest-posts =
    { $count ->
        [one] Вышло { $count } сообщение.
        [few] Вышло { $count } сообщения.
        [many] Вышло { $count } сообщений.
       *[other] Вышло { $count } сообщения.
    }
digest-incidents =
    { $count ->
        [one] Есть новости о { $count } происшествии.
        [few] Есть новости о { $count } происшествиях.
        [many] Есть новости о { $count } происшествиях.
       *[other] Есть новости о { $count } происшествия.
    }
digest-hearings =
    { $count ->
        [one] Есть новости о { $count } заседании.
        [few] Есть новости о { $count } заседаниях.
        [many] Есть новости о { $count } заседаниях.
       *[other] Есть новости о { $count } заседания.
    }
digest-ahead =
    { $count ->
        [one] Впереди: { $count } заседание.
        [few] Впереди: { $count } заседания.
        [many] Впереди: { $count } заседаний.
       *[other] Впереди: { $count } заседания.
    }
digest-more =
    { $count ->
        [one] Новости есть ещё в { $count } деле: /cases покажет его.
        [few] Новости есть ещё в { $count } делах: /cases покажет их.
        [many] Новости есть ещё в { $count } делах: /cases покажет их.
       *[other] Новости есть ещё в { $count } дела: /cases покажет их.
    }

## Help and things that go wrong

help-text =
    Этот бот сообщает о людях, которых судят за сказанное.

    /cases — дела: следить за делом или перестать
    /hearings — ближайшие заседания
    /language — сменить язык
    /discreet — сообщения без имён, для телефона, который могут увидеть другие
    /quiet — часы, когда не приходит то, что может подождать
    /digest – раз в неделю обзор
    /alerts — когда вам напоминают о заседании
    /privacy — что о вас хранится
    /stop — остановить все сообщения
    /forget — стереть всё, что хранится об этом чате
# Below the list of commands, where the campaign has it switched on. Variables: $bot – “@” and the bot’s name.
help-inline = В любом другом чате напишите { $bot } и название дела, чтобы поделиться там его карточкой.
help-unknown-input = Бот понимает только команды и кнопки; того, что вы здесь пишете, никто не читает. /help — что умеет бот.
help-unknown-command = Такой команды бот не знает. /help — команды, которые он знает.
# Variables: $limit – how many characters are allowed.
help-text-too-long =
    { $limit ->
        [one] Текст слишком длинный: не больше { $limit } знака. Того, что вы здесь пишете, никто не читает; /help — что умеет бот.
        [few] Текст слишком длинный: не больше { $limit } знаков. Того, что вы здесь пишете, никто не читает; /help — что умеет бот.
        [many] Текст слишком длинный: не больше { $limit } знаков. Того, что вы здесь пишете, никто не читает; /help — что умеет бот.
       *[other] Текст слишком длинный: не больше { $limit } знака. Того, что вы здесь пишете, никто не читает; /help — что умеет бот.
    }
# Shown briefly when a button of an old message is tapped.
button-outdated = Эта кнопка из старого сообщения и больше не действует. /cases — как обстоят дела сейчас.
error-ours = На нашей стороне произошла ошибка. Ничего не пропало: бот сам попробует ещё раз.
# After several tries.
error-given-up = То, о чём вы просили, сделать не удалось; ошибка была на нашей стороне. Пожалуйста, повторите просьбу.
private-only = Это работает только в личном чате с ботом.

## Groups and channels

# Variables of the texts below: $chat – where it is written.
group-off =
    { $chat ->
        [group] Кампания не разрешила группам следить за делами: по группе видно, кто в ней состоит. Следить можно в личном чате с ботом.
       *[channel] Кампания не разрешила каналам следить за делами: по каналу видно, кто к нему причастен. Следить можно в личном чате с ботом.
    }
group-admins-only =
    { $chat ->
        [group] Это могут делать только администраторы этой группы.
       *[channel] Это могут делать только администраторы этого канала.
    }
group-warning =
    { $chat ->
        [group] Все участники группы и каждый, кто откроет телефон участника, видят, что эта группа следит за делом.
       *[channel] Все, кто читает этот канал, видят, что он следит за делом.
    }
group-choose-case =
    { $chat ->
        [group] За каким делом следить этой группе?
       *[channel] За каким делом следить этому каналу?
    }
group-choose-case-to-unfollow =
    { $chat ->
        [group] За каким делом этой группе больше не следить?
       *[channel] За каким делом этому каналу больше не следить?
    }
# When the bot is added. Variables: $campaign – the campaign's name.
group-welcome =
    { $chat ->
        [group] Это бот кампании «{ $campaign }». Администраторы могут командой /follow выбрать, за каким делом следит эта группа. Это видят все участники.
       *[channel] Это бот кампании «{ $campaign }». Администраторы могут командой /follow выбрать, за каким делом следит этот канал. Это видят все читатели.
    }
# Variables: $case – its name.
group-followed =
    { $chat ->
        [group] Теперь эта группа следит за делом: { $case }
       *[channel] Теперь этот канал следит за делом: { $case }
    }
group-unfollowed =
    { $chat ->
        [group] Эта группа больше не следит за делом: { $case }
       *[channel] Этот канал больше не следит за делом: { $case }
    }
group-follows-nothing =
    { $chat ->
        [group] Эта группа не следит ни за одним делом.
       *[channel] Этот канал не следит ни за одним делом.
    }
group-stopped =
    { $chat ->
        [group] Эта группа больше не следит ни за одним делом. Сюда больше ничего не придёт.
       *[channel] Этот канал больше не следит ни за одним делом. Сюда больше ничего не придёт.
    }
# What the bot can do where several people read.
group-help =
    { $chat ->
        [group] Этот бот может писать сюда, когда по делу заседает суд и когда заседание переносят. Администраторам этой группы: /follow — выбрать дело, /unfollow — перестать за ним следить, /stop — остановить всё. Все здесь видят, за какими делами следит группа.
       *[channel] Этот бот может писать сюда, когда по делу заседает суд и когда заседание переносят. Администраторам этого канала: /follow — выбрать дело, /unfollow — перестать за ним следить, /stop — остановить всё. Каждый читатель видит, за какими делами следит канал.
    }

## Staff, in their private chat with the bot

staff-linked = Этот чат связан с вашей учётной записью в команде. Тексты, которые ждут вашего одобрения, приходят сюда.
staff-code-wrong = Этот код неверный. Попросите новый у координатора.
staff-code-used = Этот код уже использован или истёк. Попросите новый у координатора.
staff-post-again = Одобрение этого текста больше не действует: тот, кто его дал, ушёл, или изменилось что-то из того, что оно охватывает. Часть уже вышла; пока кто-нибудь не одобрит текст заново, остальное не выйдет.
# Variables: $case – its name; $language – name of the language.
staff-approval-title = На одобрение: публикация по делу «{ $case }», язык: { $language }
# Variables: $author – who wrote the text; $editor – who changed it last.
staff-approval-author = Автор: { $author }; последняя правка: { $editor }
# The text itself follows after this line.
staff-approval-text-follows = Вот текст в точности таким, каким он выйдет:
staff-approval-undescribed = Никто не написал, что на изображении: текст передан как срочный. Кто не видит изображения, ничего о нём не узнает.
# Variables: $alt – what the picture shows.
staff-approval-picture = Изображение, которое выйдет вместе с текстом. Описание для тех, кто не может его увидеть: { $alt }
# When the post may go out. Variables: $from, $to – date and time.
staff-window-between = Выйдет не раньше: { $from }; не позже: { $to }.
staff-window-from = Выйдет не раньше: { $from }.
staff-window-until = Выйдет после одобрения, но не позже: { $to }.
staff-window-at-once = Выйдет сразу после одобрения.
staff-approval-accounts = Также выйдет здесь: { $accounts }
staff-approval-account =
    { $parts ->
        [1] { $handle } ({ $network })
        [one] { $handle } ({ $network }, { $parts } часть)
        [few] { $handle } ({ $network }, { $parts } части)
        [many] { $handle } ({ $network }, { $parts } частей)
       *[other] { $handle } ({ $network }, { $parts } части)
    }
staff-approval-cost = Ожидаемая стоимость: { $cost }
staff-approval-embargo = Эмбарго: адресаты из списка прессы получают сразу, все остальные не раньше { $until }.
staff-approval-warning = Предупреждение о содержании: { $warning }
content-warning =
    { $kind ->
        [torture] пытки
        [sexual_violence] сексуальное насилие
        [death] смерть
        [suicide] самоубийство
       *[violence] насилие
    }
# What a post is. Variables: $kind.
post-kind =
    { $kind ->
        [press_release] Пресс-релиз
       *[update] Новость
    }
# A line: how many approvals beside its author’s word a kind of post takes. Variables: $kind – one of post-kind; $needed – 1 or 2.
staff-approvals-kind = { $kind }: { $needed ->
        [one] { NUMBER($needed) } одобрение
        [few] { NUMBER($needed) } одобрения
        [many] { NUMBER($needed) } одобрений
       *[other] { NUMBER($needed) } одобрений
    }
staff-button-risk = Одобрение кнопкой в Telegram: одобрить может любой, у кого в руках этот телефон. Telegram видит, что вы одобряете. Проверьте текст, потом решайте.
staff-approved = Одобрено.
# Somebody approved a text that waits for somebody else as well. Variables: $given – approvals given; $needed – approvals it takes.
staff-approved-partly = Одобрено: { NUMBER($given) } из { NUMBER($needed) }. Это выйдет, когда одобрит ещё один человек.
staff-rejected = Отклонено. Автор видит ваше решение.
# Why a decision was not accepted.
staff-refused =
    { $reason ->
        [own-text] Вы сами это написали или записали. Одобрить должен второй человек.
        [own-edit] С последнего одобрения вы сами что-то меняли в этом тексте. Одобрить его должен тот, кто ничего в нём не менял.
        [language-not-read] Вы не указали, что читаете на этом языке.
        [changed-since] После отправки вам это изменили. Новая версия придёт отдельным сообщением.
        [already-decided] Решение уже принято.
        [approved-already] Вы это уже одобрили. Одобрить должен ещё один человек.
        [policy-changed] Теперь нужно больше одобрений, чем когда это передали на проверку. Передайте это заново.
        [case-waits] Само дело ждёт второго человека. Сначала согласитесь с ним или попросите об этом кого-то.
        [not-in-review] Это больше не ждёт одобрения.
        [card-outdated] После того как карточка была сделана, сведения изменились. Публикации нужна новая карточка.
        [window-past] Время, в которое это должно было выйти, прошло.
        [key-needed] Это решают в консоли, вашим ключом: откройте его там.
        [key-refused] Ключ не принят. Попробуйте ещё раз.
        [consent-missing] Нет согласия на то, что здесь говорится о здоровье или пытках, или его отозвали.
       *[not-an-approver] Ваша учётная запись не даёт права это одобрять.
    }
# Variables: $case – its name.
staff-hearing-title = На одобрение: изменение заседания по делу «{ $case }»
staff-hearing-new-title = На одобрение: новое заседание по делу «{ $case }»
staff-hearing-recorded-by = Кто записал: { $author }
staff-facts-then =
    { $told ->
        [at-once] После вашего одобрения всем, кто следит за делом, сообщат сразу.
        [reminded] После вашего одобрения об этом сразу никому не сообщат. Это будет сказано в следующих напоминаниях.
       *[nothing] После вашего одобрения об этом никому не сообщат.
    }
staff-reach-last =
    { $how ->
        [longer] Пока узнает последний из них, пройдёт больше времени, чем { $lasts }.
       *[about] Пока узнает последний из них, пройдёт примерно { $lasts }; если тем временем уйдёт что-то более срочное, то больше.
    }
staff-reach-quiet = У кого тихие часы, тому сообщат, когда они закончатся.
staff-hearing-by-partner = Сообщила программа наблюдения партнёра. В кампании это ещё никто не проверил.
staff-hearing-differs = { $partner } сообщает другое, дело: { $case }
staff-hearing-differs-then = Изменение этого заседания уже ждёт подтверждения. Уточните в суде, что верно, и затем примите решение.
# Everyone who may decide is called several times. Variables: $nth – which call this is; $of – how many there are.
staff-hearing-call = Вызов { NUMBER($nth) } из { NUMBER($of) }.
# What happens if nobody decides within a few minutes after the last call.
staff-hearing-unanswered =
    { $cameTo ->
        [told] Если в ближайшие минуты никто не примет решения, всем, кто следит за делом, сообщат более раннее время с пометкой, что второй человек его ещё не подтвердил.
       *[withheld] Пока никто не принял решения, тем, кто следит за делом, ничего не сообщают.
    }
# After the last call nobody has decided.
staff-hearing-wait-over =
    { $cameTo ->
        [told] Никто не принял решения. Тем, кто следит за делом, сообщают более раннее время с пометкой, что второй человек его ещё не подтвердил. Ваше решение всё ещё нужно: тогда им сообщат, что это подтверждено или что это была ошибка.
       *[withheld] Никто не принял решения. Тем, кто следит за делом, ничего не сообщают: по слову одного человека сообщают только о переносе на более раннее время, который записал адвокат или координатор. Ваше решение всё ещё нужно.
    }
# To whoever recorded the change. Variables: $case – its name.
staff-hearing-undecided = Ваше изменение заседания по делу «{ $case }»
# Before the question about a hearing whose approval counts no longer. Variables: $case – its name.
staff-hearing-again = Одобрение, на котором держится заседание по делу { $case }, больше не действует: тот, кто его дал, ушёл, или изменилось имя. Пока кто-нибудь не одобрит заседание заново, о нём никому не напомнят. Сверьте его с источником.
# When less than a day is left. Variables: $hours – until the hearing.
staff-hearing-urgent =
    { $hours ->
        [one] Осталось меньше { $hours } часа. Вызываем всех, кто может одобрить.
        [few] Осталось меньше { $hours } часов. Вызываем всех, кто может одобрить.
        [many] Осталось меньше { $hours } часов. Вызываем всех, кто может одобрить.
       *[other] Осталось меньше { $hours } часа. Вызываем всех, кто может одобрить.
    }
staff-hearing-approved = Одобрено. Изменение действует, всем, кто следит за делом, уже сообщают.
staff-hearing-rejected = Отклонено. Действует то, что было известно раньше.
# To whoever recorded it. Variables: $what – of what; $name – who decided; $case – its name.
staff-recorded-decided =
    { $what ->
        [hearing-approved] Одобрено ({ $name }): ваша запись о заседании по делу «{ $case }». Она действует.
        [hearing-rejected] Отклонено ({ $name }): ваша запись о заседании по делу «{ $case }». Действует то, что было известно раньше.
       *[incident-rejected] Отклонено ({ $name }): ваша запись о происшествии по делу «{ $case }». Действует то, что было известно раньше.
    }
staff-incident-new-title = На одобрение: происшествие по делу «{ $case }»
staff-incident-title =
    { $amendment ->
        [adds] На одобрение: подробности происшествия по делу «{ $case }»
        [corrects] На одобрение: исправление происшествия по делу «{ $case }»
       *[withholds] На одобрение: из происшествия по делу «{ $case }» убирают личные сведения
    }
staff-incident-was = Сейчас действует: { $was }
staff-incident-retracted = Всё было не так, как сообщалось. Тем, кто следит за делом, об этом скажут.
staff-incident-consent = Здесь говорится о следующем: { $what }. Согласие записано.
staff-incident-expired = Не отправлено: известие о происшествии по делу «{ $case }»
# Somebody asks to stop or start what is going out; it takes a second person. Variables: $case – its name.
staff-broadcast-asked =
    { $what ->
        [alert-pause] Нужно ваше согласие: приостановить оповещение по делу «{ $case }»
        [alert-cancel] Нужно ваше согласие: отменить остаток оповещения по делу «{ $case }»
       *[post-resume] Нужно ваше согласие: продолжить рассылку публикации по делу «{ $case }»
    }
# Variables: $name – who asked; $until – date and time.
staff-broadcast-asked-by = Просит: { $name }. Нужен второй человек; просьба действует до: { $until }.
# What follows from agreeing.
staff-broadcast-asked-then =
    { $what ->
        [alert-pause] Пока кто-нибудь не возобновит рассылку, больше никому не сообщат.
        [alert-cancel] Больше никому не сообщат.
       *[post-resume] Её получат все, кто ещё не получил.
    }
# Somebody has stopped or started what is going out. Variables: $case – its name.
staff-broadcast-done =
    { $what ->
        [post-pause] Приостановлено: публикация по делу «{ $case }». Больше её никто не получит, пока двое не возобновят рассылку.
        [post-resume] Продолжается: публикация по делу «{ $case }».
        [post-cancel] Отменено: остаток рассылки публикации по делу «{ $case }». Больше её никто не получит.
        [digest-pause] Приостановлен еженедельный обзор. Больше никто его не получит, пока его не возобновят.
        [digest-resume] Возобновлён еженедельный обзор.
        [digest-cancel] Отменено то, что оставалось от еженедельного обзора. Больше его никто не получит.
        [alert-pause] Приостановлено: оповещение по делу «{ $case }». Больше никому не сообщат, пока кто-нибудь не возобновит рассылку.
        [alert-resume] Продолжается: оповещение по делу «{ $case }».
       *[alert-cancel] Отменено: остаток оповещения по делу «{ $case }». Больше никому не сообщат.
    }
# Variables: $names – a list of one person, or of two who agreed.
staff-broadcast-done-by = Кто: { $names }.
# Why an agreement was not accepted.
staff-broadcast-refused =
    { $reason ->
        [own-request] Вы сами об этом попросили. Согласиться должен второй человек.
        [request-lapsed] Вашего согласия больше не ждут: просьба истекла или отозвана.
       *[action-impossible] Это больше невозможно: рассылка завершена или уже отменена.
    }
# The sender has halted what is going out, after too many faults. Variables: $case – its name.
staff-broadcast-halted =
    { $kind ->
        [alert] Остановлено: оповещение по делу «{ $case }». Отправка раз за разом не удаётся, и больше никому не сообщают.
        [digest] Остановлен еженедельный обзор. Он раз за разом не отправляется, и больше его никто не получает.
       *[post] Остановлено: публикация по делу «{ $case }». Отправка раз за разом не удаётся, и больше её никто не получает.
    }
staff-broadcast-halted-then = В списке рассылок указано, в чём ошибка. Когда её исправят, рассылку можно возобновить.
# Posts of the whole campaign: stopped, asked to go on, going on.
staff-pause-all =
    { $what ->
        [paused] Приостановлено: все публикации. Ни одна не выйдет, пока двое не запустят их снова. Оповещения о заседаниях идут.
        [asked] На согласование: снова запустить все публикации. Нужен второй человек.
       *[lifted] Все публикации снова выходят.
    }
# The same for one case. Variables: $case – its name.
staff-pause-case =
    { $what ->
        [paused] Приостановлено: публикации по делу { $case }. Ни одна не выйдет, пока двое не запустят их снова. Оповещения о заседаниях идут.
        [asked] На согласование: снова запустить публикации по делу { $case }. Нужен второй человек.
       *[lifted] Публикации по делу { $case } снова выходят.
    }
# The stop switch for posts, in the bot and in the console: nothing is stopped.
pause-running = Публикации выходят.
# Variables: $name – who did it; $since – date and time.
pause-standing = Все публикации приостановлены. Кто: { $name }. С какого времени: { $since }. Оповещения о заседаниях идут.
# The same for one case. Variables: $case – its name.
pause-case-standing = Публикации по делу { $case } приостановлены. Кто: { $name }. С какого времени: { $since }.
# Variables: $name – who asked; $until – date and time.
pause-asked = { $name } хочет запустить снова. Нужен второй одобряющий; запрос истекает: { $until }.
# Below the switch, in the bot.
pause-explain = Публикации приостанавливает один человек, а снова запускают двое одобряющих. /pause снова покажет этот стоп-кран.
# Above a list of cases, one of which is to be stopped.
pause-choose-case = Публикации по какому делу приостановить?
# Somebody wants to start again what two others have started meanwhile.
pause-gone = Это больше не приостановлено.
# One tap of one person stops everything.
button-pause-all = Приостановить все публикации
# Leads to a list of cases.
button-pause-one = Только одно дело
# It takes two people.
button-pause-lift = Запустить снова
# The second person agrees that posts go out again.
button-pause-agree = Согласиться: запустить снова
# In place of text and buttons once there is a staff site; its address follows on a line of its own.
staff-approval-in-console = Прочитать и решить – в консоли, с вашим ключом:
# Somebody on the staff has lost all keys, and two others vouch for them. Variables: $name – of that person.
staff-chat-moved = { $name } теперь принимает решения о фактах из другого чата Telegram, чем раньше. Если { $name } об этом не знает, закройте этому человеку доступ и проверьте, какие решения были приняты.
# Variables: $name – who did it; $places – a list of names in Telegram, such as “@reserve_bot”.
staff-reserve-changed =
    { $what ->
        [set] { $name } указывает, куда подписчикам обращаться, если бот замолчит: { $places }
       *[none] { $name } убирает то, куда подписчикам обращаться, если бот замолчит.
    }
staff-reserve-asked = { $name } предлагает, чтобы подписчики обращались сюда, если бот замолчит: { $places }. Им сообщат об этом, когда в течение 24 часов согласится второй человек. Проверьте сами, кто этим управляет: тот, кто укажет ложное место, уведёт туда всех подписчиков.
# Somebody changed how many approvals posts take; below follow lines of staff-approvals-kind. Variables: $name – who did it.
staff-case-opened = { $name } открывает дело «{ $case }». Пока с его словами не согласится второй человек, вне команды о нём никому не сообщают.
staff-case-agreed = Отныне дело «{ $case }» видит каждый, кто спросит бота.
staff-case-closed =
    { $what ->
        [closed] { $name } закрывает дело «{ $case }». То, что ещё должно было выйти о нём, отменено, и ничего нового в него не запишут, пока его кто-нибудь не откроет снова.
       *[open] { $name } снова открывает дело «{ $case }».
    }
staff-reminders-changed = { $name } меняет, когда о заседаниях напоминается подписчикам, не выбравшим другого. Отныне: { $times }
staff-approvals-changed = { $name } меняет, сколько одобрений нужно публикации, кроме автора. Отныне:
# Somebody wants fewer approvals; below follow lines of staff-approvals-kind. Variables: $name – who asked for it.
staff-approvals-asked = { $name } предлагает, чтобы публикациям, кроме автора, требовалось меньше одобрений. Для этого в течение получаса должен согласиться второй координатор или администратор. Тогда будет:
# Below those lines, when anything was taken back.
staff-approvals-drafts = То, что передали на проверку по прежнему правилу и что ещё не вышло, снова черновик. Просмотрите это и передайте заново.
# Who did something at the machine, without a name: stands for $name at the beginning of “staff-reserve-changed”.
staff-operator = Оператор за компьютером
staff-replacement =
    { $what ->
        [asked] Для { $name } просят новые ключи: старые, как сообщают, потеряны. В консоли должен согласиться второй человек; там же любой может возразить.
        [agreed] На новые ключи для { $name } дано согласие. Они начнут действовать через 24 часа; до тех пор любой может возразить в консоли.
       *[dropped] Поступило возражение: новых ключей для { $name } не будет.
    }
# Two people name a colleague in advance who takes over roles when others are gone. Variables: $name – of that colleague; $roles – a list.
staff-succession =
    { $what ->
        [named] Предлагается преемник на случай, если других не станет на месте: { $name }, { $roles }. Второй человек должен согласиться в консоли; возразить там может каждый.
        [agreed] Назначен преемник на случай, если других не станет на месте: { $name }, { $roles }.
        [called] Преемника просят принять дела: { $name }, { $roles }. Это вступит в силу через 24 часа; до тех пор каждый может возразить в консоли.
        [uncalled] Кто-то возразил: { $name } пока не принимает дела: { $roles }.
        [dropped] Кто-то возразил: { $name } больше не преемник: { $roles }.
        [doubted] Одного из двоих, кто назначил преемника, больше нет на месте: { $name }, { $roles }. Если никто не подтвердит это в консоли, через 7 дней назначение утратит силу; возразить там может каждый.
        [confirmed] Подтверждено: преемник на случай, если других не станет на месте: { $name }, { $roles }.
        [confirmed-once] Один человек подтвердил преемника на случай, если других не станет на месте: { $name }, { $roles }. Слово обоих, кто его назначил, больше не действует: если и второй человек не подтвердит это в консоли, назначение утратит силу.
        [lapsed] Никто не подтвердил вовремя: { $name } больше не преемник: { $roles }.
       *[taken] Дела принимает { $name }: { $roles }.
    }
# Telegram refuses a text in one language only. Variables: $case – its name; $language – name of the language.
staff-post-unapproved = Снова черновик: публикация по делу { $case } ({ $languages }). Её одобрение больше не действует: тот, кто его дал, ушёл, или с тех пор что-то изменилось. Её нужно заново отправить на проверку и одобрить.
staff-text-halted =
    { $kind ->
        [alert] Не отправлено: оповещение по делу «{ $case }», язык: { $language }. Telegram отклоняет этот текст, и его читателям не сообщают.
        [digest] Не отправлено ({ $language }): еженедельный обзор. Telegram не принимает этот текст, и его читатели ничего не получат.
       *[post] Не отправлено: публикация по делу «{ $case }», язык: { $language }. Telegram отклоняет этот текст, и его читатели её не получают.
    }
press-embargo = Эмбарго: не публиковать раньше { $until }, то есть { $utc }.
press-farewell = Вы получаете это письмо, потому что согласились быть в нашем списке для прессы. Чтобы больше ничего не получать:
press-leave-question = Вы больше не хотите получать письма нашего списка для прессы?
press-leave-button = Больше не присылать
press-left = Вы больше не получите от нас писем, ваш адрес удалён.
staff-account-stopped =
    { $state ->
        [paused] Приостановлено после нескольких неудач подряд: учётная запись { $handle } в { $network }. Запланированное там ждёт, пока её кто-нибудь не возобновит.
        [budget] Приостановлено: у учётной записи { $handle } в { $network } в этом месяце не осталось бюджета на следующую публикацию. Запланированное там ждёт, пока бюджет не увеличат или не закончится месяц и кто-нибудь её не возобновит.
        [suspended] Заблокировано: { $network } закрыл нашу учётную запись { $handle }. Запланированное там ждёт, пока { $network } её не откроет и её не подключат снова.
        [expired] Закончились: наши данные для входа в { $handle } в { $network } истекли, или кто-то отозвал их там. Запланированное там ждёт, пока кто-нибудь не создаст там новые и не подключит учётную запись снова.
       *[disconnected] Отключено: { $network } больше не принимает наши данные для входа в { $handle }. Запланированное там ждёт, пока учётную запись не подключат снова.
    }
staff-account-ends = Скоро закончатся: наши данные для входа в учётную запись { $handle } в { $network }. Они действуют до { $end }. Сделайте новые и подключите её снова до этого, иначе запланированное там будет ждать.
# Below that an account was suspended; the text itself follows, in each language of the campaign.
staff-notice-prepared = Это подготовлено для других учётных записей. Подайте как публикацию: она выйдет, когда её одобрит второй человек.
# Prepared for readers elsewhere. Variables: $handle – the account; $network – such as Mastodon; $places – a list of our other accounts.
notice-account = { $network } заблокировал нашу учётную запись { $handle }. Вы найдёте нас здесь: { $places }
# The same for the bot. Variables: $handle – its name; $places – a list of names in Telegram.
notice-bot = Telegram больше ничего не принимает от нашего бота { $handle }. Новости о заседаниях теперь здесь: { $places }
staff-account-delivery =
    { $why ->
        [failed] Не опубликовано в { $network }, учётная запись { $handle }: публикация по делу { $case }. Сеть её отклонила.
        [unknown] Неизвестно, появилась ли публикация по делу { $case } в { $network }, учётная запись { $handle }. Посмотрите и отметьте, что вы увидели.
        [too-late] Не опубликовано в { $network }, учётная запись { $handle }: публикация по делу { $case }. Её время прошло.
        [case-closed] Не опубликовано в { $network }, учётная запись { $handle }: публикация по делу { $case }. Дело закрыто.
       *[unapproved] Остановлено перед { $network }, учётная запись { $handle }: публикация по делу { $case }. Ни одно одобрение не относится именно к тому, что было бы отправлено.
    }
# An alert came too late to be sent. Variables: $case – its name.
staff-alert-expired =
    { $kind ->
        [announced] Не отправлено: сообщение о новом заседании по делу «{ $case }»
        [reminder] Не отправлено: напоминание о заседании по делу «{ $case }»
        [changed] Не отправлено: изменение заседания по делу «{ $case }»
        [cancelled] Не отправлено: отмена заседания по делу «{ $case }»
        [no_outcome] Не отправлено: сообщение о том, что о заседании по делу «{ $case }» ничего не известно
        [confirmed] Не отправлено: подтверждение переноса по делу «{ $case }»
        [corrected] Не отправлено: исправление сообщения по делу «{ $case }»
       *[outcome] Не отправлено: итог заседания по делу «{ $case }»
    }
# Variables: $due – date and time.
staff-alert-expired-why = Срок был: { $due }. Вовремя отправить не удалось, а теперь это уже бесполезно. Тем, кто следит за делом, не сообщили.
# Several came too late, most often in one outage. Variables: $count – how many.
staff-alerts-expired-title =
    { $count ->
        [one] { $count } уведомление опоздало и не отправлено
        [few] { $count } уведомления опоздали и не отправлены
        [many] { $count } уведомлений опоздали и не отправлены
       *[other] { $count } уведомления опоздали и не отправлены
    }
# Variables: $due – date and time.
staff-alerts-expired-due = Срок был: { $due }
# Behind the first of them. Variables: $count – how many others there are.
staff-alerts-expired-more =
    { $count ->
        [one] И ещё { $count }; весь список — в управлении.
        [few] И ещё { $count }; весь список — в управлении.
        [many] И ещё { $count }; весь список — в управлении.
       *[other] И ещё { $count }; весь список — в управлении.
    }
staff-alerts-expired-why = Вовремя отправить их не удалось, а теперь это уже бесполезно. Тем, кто следит за делом, не сообщили.
# Variables: $languages – a list of language names.
staff-catalogues-unchecked = Собственные тексты бота ещё не проверил носитель языка: { $languages }

## The console, where staff work in a browser

console-title = Консоль команды
# The first link of every page, for who uses a keyboard.
console-skip = К содержанию
# Names the list of pages for who cannot see it.
console-nav = Страницы
console-sign-out = Выйти
# Above the list of languages.
console-language = Язык
# The button behind a list from which one is chosen.
console-choose = Выбрать
console-waiting-title = Что ждёт меня
console-keys-title = Мои ключи
# Names the stop switch for who cannot see it.
console-pause-title = Стоп-кран публикаций
# What was just done.
console-note =
    { $what ->
        [paused] Приостановлено. Больше ничего не выходит.
        [lift-asked] Вы попросили запустить снова. Должен согласиться второй одобряющий.
        [lifted] Запущено снова. Задержанное выходит.
        [approved] Одобрено, подписано вашим ключом.
        [approved-partly] Одобрено, подписано вашим ключом. Это выйдет, когда одобрит ещё один человек.
        [rejected] Отклонено. Автор видит ваше решение.
        [key-added] Ключ добавлен.
        [key-removed] Ключ удалён.
        [signed-out] Вы вышли.
        [saved] Сохранено.
        [submitted] Передано второму человеку.
        [withdrawn] Отозвано.
        [retracted] Отозвано. То, что можно удалить, удаляется; как далеко это зашло, видно на этой странице.
        [asked] Запрошено. Должен согласиться второй человек.
       *[done] Сделано.
    }
# Why something was not done. What waits for approval has its own reasons above (staff-refused).
console-refused =
    { $reason ->
        [key-needed] Это решают только ключом, в консоли.
        [key-refused] Ключ не принят. Попробуйте ещё раз, ключом, который вы здесь добавили.
        [key-known] Этот ключ уже добавлен. Возьмите другой.
        [second-key-missing] Чтобы одобрить это, нужно два своих ключа, а у вас один. Добавьте ещё один на странице «Мои ключи», на другом устройстве, и повторите.
        [last-key] Это ваш последний ключ. Сначала добавьте другой.
        [sign-in-again] Прошло больше пяти минут с тех пор, как вы показали ключ. Выйдите, войдите снова и повторите.
        [challenge-lapsed] Это заняло слишком много времени или отправлено дважды. Попробуйте ещё раз.
        [too-many-tries] Слишком много попыток. Подождите пять минут и попробуйте снова.
        [role-missing] Ваши роли этого не позволяют.
        [pause-unknown] Это больше не приостановлено.
        [unknown] Этого больше нет или никогда не было.
        [changed-since] Это тем временем изменили. Посмотрите, как оно выглядит теперь.
        [window-past] Время, в которое это должно было выйти, прошло.
        [end-past] Время, в которое это может выйти, прошло. Выберите более поздний конец или никакого.
        [start-past] Начало уже прошло. Выберите более позднее или никакого: тогда выйдет сразу после одобрения.
        [window-empty] Конец оказался бы раньше начала. Выберите конец позже начала.
        [embargo-past] Эмбарго уже закончилось бы. Выберите более поздний момент или никакого.
        [embargo-outside-window] Под эмбарго этого не получил бы никто, или никто после него. Выберите момент после начала и до конца.
        [other-site] Эта форма отправлена не со своей страницы. Откройте консоль заново.
        [incomplete] Чего-то не хватает или написано так, что мы не можем прочесть.
        [own-keys] Никто не ручается за себя. Попросите двух коллег.
        [own-request] Вы сами об этом попросили. Согласиться должен второй человек.
        [succession-waits] Это ещё не действует: должны пройти сутки, в течение которых каждый может возразить.
        [request-lapsed] Этот запрос истёк, уже согласован или отозван.
        [telegram-name-unusable] Такого имени в Telegram быть не может: 5–32 латинские буквы, цифры и знаки подчёркивания; имя бота оканчивается на «bot».
        [source-missing] Укажите, кто это сообщил.
        [zone-unknown] Такого часового пояса нет. Напишите область и город.
        [date-malformed] Такого дня или времени нет. Проверьте ещё раз.
        [date-missing] Укажите дату или запишите заседание как отложенное.
        [hearing-past] Это время прошло. Проверьте дату и пояс; прошедшее заседание записывают как состоявшееся.
        [hearing-ahead] Этот день ещё впереди. Состоявшимся заседание записывают, когда оно прошло.
        [incident-ahead] Это время ещё впереди. Происшествие — то, что уже произошло.
        [court-missing] Назовите суд хотя бы на одном языке.
        [what-missing] Напишите хотя бы на одном языке, что произошло.
        [result-not-held] Решения и отложение бывают только у состоявшегося заседания. Запишите его как состоявшееся или, без них, как отложенное.
        [next-hearing-unfit] Для следующего заседания нужны дата в будущем и время, которое существует.
        [next-hearing-made] Следующее заседание уже записано. Измените его там.
        [postponed-with-date] С новой датой оно назначено: подписчики узнают об изменении и получат напоминания.
        [person-unknown] Выберите человека из этого дела.
        [account-disconnected] Этот аккаунт отключён. Его должен подключить заново тот, кто этим занимается.
        [not-resendable] Это повторно не отправляется.
        [broadcast-stands] Это остановлено. Сначала запустите снова.
        [overtaken] Подписчики уже знают более новые сведения. Старые повторно не отправляют.
        [approval-gone] Одобрение этого текста больше не действует. Его должен одобрить кто-то ещё раз.
        [alt-missing] У изображения ещё нет описания для тех, кто его не видит.
        [card-missing] Карточка сделана до этого текста. Сделайте её заново.
        [card-outdated] После того как карточка была сделана, сведения изменились. Сделайте её заново.
        [facts-not-in-effect] Пока ничто из этого не действует, или оно отозвано. На карточке стоит только то, что одобрил второй человек.
        [card-needs-consent] Здесь говорится о здоровье или пытках. Согласие на это можно отозвать, а изображение нельзя: напишите это текстом.
        [card-too-long] На ней слишком много слов, чтобы их прочесть. Выберите меньше слов.
        [card-undrawable] В наших шрифтах нет буквы для одного из знаков. Пишите буквами наших языков, без эмодзи.
        [quote-missing] Цитаты нет на одном из языков публикации.
        [no-text] Здесь ещё ничего не написано.
        [not-editable] Вышедший текст больше нельзя изменить. Напишите новую публикацию, в которой сказано, что было неверно.
        [not-submittable] Передают только черновик. Сначала измените текст, и он им станет.
        [not-withdrawable] Вышедшее отзывают на странице публикации. Напишите новую публикацию, в которой сказано, что было неверно.
        [case-closed] Дело закрыто. Сначала откройте его снова или выберите другое.
        [name-unusable] Это не может быть именем. Напишите его буквами или цифрами.
        [roles-missing] Выберите хотя бы одну роль.
        [limited-to-cases] Вы работаете только с некоторыми делами, а это касается всех.
        [admin-not-limited] Администратора нельзя ограничить делами: он мог бы сам снять ограничение.
        [languages-missing] Выберите хотя бы один язык, на котором человек читает.
       *[failed] У нас что-то не получилось. Попробуйте ещё раз; причина – в журнале сервиса.
    }
console-refused-deciders = Решать о фактах смогли бы меньше двух человек по делам: { $cases }. Сначала пусть с каждым делом работают двое с привязанным чатом.
console-refused-name =
    { $where ->
        [alt] В описании изображения назван человек, о котором говорят только по его роли. Напишите вместо имени «несовершеннолетний человек», «свидетель» или «пострадавший человек».
        [card] На карточке был бы назван человек, о котором говорят только по его роли. Напишите вместо имени «несовершеннолетний человек», «свидетель» или «пострадавший человек».
       *[text] В тексте назван человек, о котором говорят только по его роли. Напишите вместо имени «несовершеннолетний человек», «свидетель» или «пострадавший человек».
    }
console-refused-account-text = Язык { $account }: { $language }, а текста на нём у публикации нет. Сначала напишите его.
console-refused-account-disconnected = { $account }: не подключено, или данные для входа истекли – там ничего не вышло бы. Попросите подключить заново или уберите из публикации.
console-refused-alt =
    { $fault ->
        [too-long] Описание изображения слишком длинное: { $length } знаков, не больше { $limit }. Сократите его.
       *[unreadable] В описании изображения есть знак, который нельзя отправить, или ничего видимого. Наберите его заново.
    }
console-refused-image =
    { $why ->
        [image-empty] Файл не выбран, или он пуст. Выберите изображение.
        [image-too-large] Файл больше { $limit }. Сохраните его меньшим.
        [image-too-many-pixels] В изображении больше { $limit } млн пикселей. Уменьшите его.
        [image-moves] Изображение движется. Выберите один кадр.
        [image-too-narrow] Одна сторона изображения длиннее другой больше чем в { $limit } раз. Обрежьте его.
       *[image-unreadable] Это не изображение, которое мы можем прочесть, как бы файл ни назывался, или оно повреждено. Выберите целое изображение: { $kinds }.
    }
console-refused-account-length =
    { $what ->
        [word-too-long] Для { $account } одно слово слишком длинное: { $length }, можно не больше { $limit }. Сократите или разделите его.
        [alt-too-long] Для { $account } описание изображения слишком длинное: { $length }, можно не больше { $limit }. Сократите его.
       *[post-too-long] Для { $account } текст слишком длинный: { $length }, можно не больше { $limit }. Сократите.
    }
console-refused-account-parts = Для { $account } текст занял бы больше частей, чем можно. Предел: { $limit }. Сократите его.
console-refused-account-image = { $account } не принимает это изображение. Уберите его или выберите другое.
console-refused-account-language = На сервере { $account } нет публикаций на этом языке: { $language }. Его должен добавить тот, кто ведёт сервер.
console-refused-budget = На { $account } это стоило бы { $cost }; из { $budget } на этот месяц осталось { $left }. Сократите текст или уберите адреса.
console-refused-claimed = Над этим текстом работает { $name }, ещё не дольше { $minutes } мин. Потом его можно взять себе, или попросите его вернуть. Ничего не изменено.
console-refused-title = Это не сделано
console-back-home = Назад к тому, что ждёт меня
console-no-site-title = Консоли нужен собственный домен
# The setting itself stands below.
console-no-site = Команда входит по ключам доступа, а они привязаны к домену. Тот, кто ведёт сервис, записывает его адрес в эту настройку и запускает сервис снова. До тех пор тексты одобряют кнопкой в Telegram.
console-sign-in-title = Войти
console-sign-in-how = Держите под рукой один из ваших ключей. Устройство спросит палец, лицо или ПИН-код; всё это остаётся в нём.
console-sign-in-button = Войти с ключом
# Where JavaScript is off, or the browser is too old.
console-script-needed = До ключа можно добраться только через скрипты. Включите их для этого адреса или возьмите более новый браузер.
# The device or the person broke it off.
console-key-failed = Ничего не подписано. Попробуйте ещё раз или возьмите другой ключ.
# Variables: $name – of the person who was invited.
console-invitation-title = Добро пожаловать, { $name }
console-invitation-how = Добавьте здесь свой первый ключ. Он остаётся на этом устройстве или в сервисе, где хранятся ваши ключи; к нам попадает только открытая половина. Затем добавьте второй, на другом устройстве: кто потеряет все ключи, ждёт новых сутки.
console-invitation-button = Добавить мой первый ключ
console-invitation-gone = Эта ссылка использована, истекла или заменена более новой. Попросите другую у того, кто вас пригласил.
# After a loss of keys everybody has a day to object. Variables: $from – date and time.
console-invitation-waits = Ссылкой можно воспользоваться с этого времени: { $from }. До тех пор любой в команде может возразить.
console-keys-why = У каждого не меньше двух ключей, на двух устройствах. Кто потеряет все, ждёт новых сутки.
# Shown on every page until there are two.
# Variables: $from – date and time.
console-keys-one = У вас только один ключ. Добавьте второй, на другом устройстве: без него вы ничего не сможете одобрять с этого времени: { $from }.
console-keys-one-due = У вас только один ключ, поэтому одобрять вы ничего не можете. Добавьте второй, на другом устройстве.
console-keys-add = Добавить ключ
# Variables: $number – of the key in the list.
console-keys-remove = Удалить ключ { $number }
# One key in a list. Variables: $number; $added – date and time.
console-key = Ключ { $number }, добавлен: { $added }
# Variables: $at – date and time.
console-key-used = Последнее использование: { $at }
# The key is kept by a service such as iCloud or Google.
console-key-copied = Хранится в сервисе, который копирует его на ваши другие устройства
console-waiting-none = Вас ничто не ждёт.
console-bot-stopped = С { $since } Telegram ничего не принимает от нашего бота: не уходят ни оповещения, ни сообщения, ни публикации в каналах. Публикаций, ожидающих канала: { $posts }. Они уйдут, когда Telegram снова примет бота.
console-waiting-texts = Тексты на одобрение
console-waiting-hearings = Сведения о заседаниях на одобрение
console-waiting-incidents = Происшествия на одобрение
console-waiting-agreements = Ждёт вашего согласия
console-waiting-by = Предлагает { $name }
# What the person wrote and handed to others.
console-waiting-own = Что вы написали и решают другие
console-waiting-undescribed = Изображения, которые никто не описал
console-waiting-drafts = Ваши черновики
# Variables: $at – date and time.
console-waiting-since = С { $at }
console-waiting-again = Нужно одобрить заново
# Leads to a post in one language. Variables: $case – name of the case; $language – name of the language.
console-post-link = { $case } – { $language }
# Variables: $given – approvals given; $needed – approvals that it takes.
console-approvals = Одобрений: { NUMBER($given) } из { NUMBER($needed) }
console-approvals-stuck = Тех, кто может одобрить этот текст, осталось меньше, чем нужно: остальные, кто читает на этом языке, начали его или что-то в нём меняли с последнего одобрения. Сделайте одобряющим ещё кого-нибудь, кто читает на этом языке, или пусть кто-то один начнёт его заново как собственную публикацию.
console-covers-title = Что охватывает ваше одобрение
console-field-case = Дело
console-field-kind = Вид
console-field-author = Автор
console-field-when = Когда
console-field-where = Куда
console-target-telegram = Те, кто следит за делом, в Telegram
# A row of characters that stands for exactly this content.
console-field-hash = Отпечаток
# What the picture shows, in words.
console-field-image = Изображение
# Variables: $language – name of the language.
console-text-title = Текст ({ $language }), каким его получат читатели
# Variables: $language – name of the language.
console-source-title = Переведено с этого текста ({ $language })
console-changes-title = Чем отличается от одобренного раньше
console-changes-none = Раньше ничего из этого не одобряли.
# Before words that are gone, for who cannot see the colour.
console-change-removed = удалено:
# Before words that are new, for who cannot see the colour.
console-change-added = добавлено:
console-decide-title = Ваше решение
console-decide-how = Ваш ключ подписывает ровно то, что стоит выше. Любая правка отменяет подпись.
console-telegram-title = Мой чат в Telegram
console-telegram-linked = Чат связан: запросы приходят и туда.
console-telegram-none = Чат не связан. Запросы видны только здесь.
console-telegram-button = Создать ссылку для моего чата
# The link stands below.
console-telegram-how = Откройте эту ссылку в Telegram, в том чате, который должен стать вашим. Она действует один раз, четверть часа.
console-posts-title = Публикации
console-cases-title = Дела и заседания
console-broadcasts-title = Рассылки
console-calendar-title = Календарь
console-staff-title = Команда
console-policy-title = Одобрения
console-policy-what = Столько разных людей, кроме того, кто его написал, должны одобрить каждый текст, прежде чем он выйдет. Больше может потребовать один человек; для меньшего числа нужны двое, в течение получаса. После изменения всё, что передано на проверку и ещё не вышло, снова становится черновиком и одобряется заново; об этом сообщают всей команде.
console-policy-waiting =
    { $texts ->
        [one] { $texts } текст передан на проверку и ещё не вышел.
        [few] { $texts } текста переданы на проверку и ещё не вышли.
        [many] { $texts } текстов передано на проверку и ещё не вышло.
       *[other] { $texts } текста передано на проверку и ещё не вышло.
    }
console-policy-asked = { $name } просит требовать меньше. Второй человек может согласиться до { $until }.
console-policy-whose = Это меняет координатор или администратор, который работает по всем делам.
console-reserve-title = В резерве
console-reserve-what = Куда подписчикам обращаться, если бот замолчит: об этом сообщают каждому, кто начинает. Чтобы указать место, нужны двое, в течение 24 часов; убрать его сразу может один человек. Об этом сообщают всей команде.
console-reserve-none = В резерве ничего нет.
console-reserve-bot = Второй бот
console-reserve-channel = Канал
console-reserve-asked = { $name } указывает: { $places }. Второй человек может согласиться до { $until }; до тех пор подписчикам об этом не сообщают. Откройте это в Telegram и посмотрите, кто этим управляет.
console-reserve-drop = Не указывать
console-reserve-whose = Это указывает координатор или администратор, который работает по всем делам.
console-case-waits = Ждёт второго человека
console-case-opened = Кто открыл: { $name }, { $since }. Пока не согласится второй человек, о деле знает только команда; читателям покажут вот что:
console-case-address = Краткое имя в адресе
console-case-persons = Люди
console-audit-title = Журнал аудита
# The audit log: what was done, after the name of whoever did it. Variables: $verb – the verb, of which the log holds the code word.
console-audit-verb =
    { $verb ->
        [account-deliveries-expire] Срок публикации в аккаунте истёк
        [account-deliveries-move] Публикация в аккаунте перенесена на другое время
        [account-deliveries-publish] Публикация в аккаунтах запланирована
        [account-deliveries-record-retraction] Удаление в сети записано
        [account-deliveries-refuse] Сеть отклонила публикацию
        [account-deliveries-retract] Публикация отозвана
        [account-deliveries-retract-from-account] Публикация отозвана из одного аккаунта
        [account-deliveries-revive] Публикация в аккаунте снова в очереди
        [account-deliveries-see] Сказано, где стоит публикация с продолжением; нет второго человека
        [account-deliveries-settle] Решено, стоит ли публикация в сети
        [account-deliveries-withdraw] Публикации в аккаунтах отменены
        [accounts-connect] Аккаунт подключён
        [accounts-disconnect] Аккаунт отключён
        [accounts-pause] Аккаунт приостановлен
        [accounts-reconnect] Аккаунт подключён заново
        [accounts-resume] Аккаунт запущен снова, или это запрошено
        [accounts-set-budget] Бюджет аккаунта задан
        [accounts-stop] Аккаунт остановлен сервисом
        [accounts-warn-of-end] Предупреждение: доступ к аккаунту истекает
        [alerts-dispatch] Оповещение отправлено
        [alerts-replan] Оповещения запланированы заново
        [backups-restore] Резервная копия восстановлена
        [bots-clear-stop] Бот снова работает
        [bots-ensure] Бот добавлен
        [bots-record-stop] Telegram отклоняет бота
        [broadcasts-act] Рассылка приостановлена, продолжена или отменена
        [broadcasts-ask] Запрошено изменение рассылки
        [broadcasts-drop-request] Запрос о рассылке снят
        [broadcasts-halt] Рассылка остановлена сервисом
        [broadcasts-resend] Недошедшее отправлено ещё раз
        [campaigns-ask-approvals] Запрошено меньше одобрений
        [campaigns-ask-reserve] Запрошена смена запасных адресов
        [campaigns-change] Кампания изменена
        [campaigns-create] Кампания создана
        [campaigns-drop-approvals-request] Запрос о меньшем числе одобрений снят
        [campaigns-drop-reserve-request] Запрос о запасных адресах снят
        [campaigns-set-approvals] Число одобрений изменено
        [campaigns-set-reserve] Запасные адреса указаны
        [cases-agree] Дано согласие на дело
        [cases-close] Дело закрыто
        [cases-create] Дело открыто
        [cases-import] Дело импортировано
        [cases-record-event] Событие по делу записано
        [cases-reopen] Дело открыто снова
        [consents-record] Согласие записано
        [consents-withdraw] Согласие отозвано
        [contacts-add] Контакт прессы добавлен
        [contacts-bounce] Письмо прессе вернулось
        [contacts-end] Контакт прессы завершён
        [deliveries-halt-text] Рассылка на одном языке остановлена
        [deliveries-recover] Отправка продолжена после остановки
        [deliveries-settle] Итог сообщений записан
        [deliveries-settle-calls] Итог ответов записан
        [digests-dispatch] Еженедельная сводка отправлена
        [endpoints-add] Другая система добавлена
        [endpoints-gone] Другая система отказалась от адреса
        [endpoints-remove] Другая система удалена
        [hearings-adjourn] Заседание отложено
        [hearings-ask-again] Повторный запрос решения о заседании
        [hearings-decide] Решение о заседании принято
        [hearings-end-wait] Заседания больше не ждут
        [hearings-import] Заседания импортированы
        [hearings-record] Заседание записано
        [hearings-revise] Заседание изменено
        [hearings-ring] Вызов для решения о заседании
        [incidents-decide] Решение о происшествии принято
        [incidents-record] Происшествие записано
        [incidents-revise] Происшествие изменено
        [invitations-accept] Приглашение принято
        [invitations-invite] Приглашение отправлено
        [keys-reseal] Запечатано заново новым ключом
        [media-add] Изображение загружено
        [partners-add] Партнёр добавлен
        [partners-add-secret] Секрет партнёра создан
        [partners-report] Партнёр сообщил о заседании
        [partners-revoke] Партнёр отключён
        [partners-revoke-secret] Секрет партнёра отозван
        [passkeys-add] Ключ добавлен
        [passkeys-remove] Ключ удалён
        [pauses-ask] Запрошен новый запуск публикаций
        [pauses-drop-request] Запрос о запуске публикаций снят
        [pauses-lift] Публикации запущены снова
        [pauses-pause] Публикации приостановлены
        [posts-ask-again] Повторный запрос одобрения текста
        [posts-claim-text] Текст взят в работу
        [posts-create] Публикация начата
        [posts-decide] Текст одобрен или отклонён
        [posts-edit] Текст изменён
        [posts-keep-from-readers] Текст читателям больше не отправляется
        [posts-publish] Текст опубликован
        [posts-release-text] Текст освобождён
        [posts-set-accounts] Аккаунты публикации выбраны
        [posts-set-card] Карточка публикации задана
        [posts-set-embargo] Эмбарго публикации задано
        [posts-set-kind] Вид публикации изменён
        [posts-set-photo] Изображение публикации задано
        [posts-set-schedule] Время публикации задано
        [posts-set-sheet] Общее для всех языков публикации задано
        [posts-set-warning] Предупреждение о содержании задано
        [posts-settle-alt] Описание изображения завершено
        [posts-submit] Текст передан на одобрение
        [posts-withdraw] Текст отозван
        [sessions-end] Выход выполнен
        [sessions-refuse] Вход отклонён
        [sessions-sign-in] Вход выполнен
        [staff-requests-agree] Запрос о команде поддержан
        [staff-requests-ask] Запрос о команде подан
        [staff-requests-drop] Запрос о команде снят
        [staff-requests-void-link] Созданная для человека ссылка аннулирована
        [staff-add] Участник команды добавлен
        [staff-create-link] Ссылка для привязки чата создана
        [staff-issue-token] Токен выдан
        [staff-limit-to-cases] Доступ ограничен некоторыми делами
        [staff-link-chat] Чат привязан к участнику команды
        [staff-revoke] Исключение из команды
        [staff-revoke-token] Токен отозван
        [staff-send-test] Пробное сообщение отправлено
        [staff-set-language] Язык выбран
        [staff-unlink-chat] Чат отвязан
        [successions-agree] Преемник поддержан
        [successions-call] Преемник призван
        [successions-confirm] Преемник подтверждён
        [successions-doubt] Преемник поставлен под сомнение
        [successions-name] Преемник предложен
        [successions-object] Возражение против преемника
       *[successions-take-over] Преемник принял дела
    }
console-statistics-title = В цифрах
console-statistics-hint = Люди и сообщения показаны с точностью до десятка, раз в день. Меньше 20 не показывается.
console-statistics-followers = Подписчики
console-statistics-few = меньше 20
console-statistics-cases = По делам
console-statistics-languages = По языкам
console-statistics-hours = Сообщения по часам, { $day }
console-statistics-hour = Час
console-statistics-alerts = Насколько опаздывали оповещения
console-statistics-alerts-hint = От момента, на который назначено оповещение, до первого подписчика, который его получил.
console-statistics-half = Половина — за
console-statistics-most = 99 из 100 — за
console-statistics-table = Таблицей
# Leads to the page before in a list that begins with the newest.
console-older = Раньше
# An empty list.
console-none = Здесь пока ничего нет.
console-post-new = Написать публикацию
# Variables: $case – its name.
console-post-title = Публикация по делу { $case }
# Variables: $language – name of the language.
console-edit-title = Текст: { $language }
console-edit-hint = Пустая строка начинает абзац. Две звёздочки вокруг слов делают их жирными, одна – курсивом.
console-edit-text = Текст
console-edit-alt = Что на изображении, для тех, кто его не видит
console-image-none = Изображения нет.
console-image-file = Изображение: { $kinds }
console-image-hint = Не больше { $size } и { $pixels } млн пикселей. Оно создаётся заново, чтобы место, время и устройство не вышли вместе с ним. Оно общее для всех языков, и на каждом нужно описание для тех, кто его не видит. Все тексты снова станут черновиками.
console-image-use = Взять это изображение
console-image-remove = Убрать изображение
console-image-undescribed = Ещё никто не написал, что на изображении.
console-submit-undescribed = Передать, не описав изображение
console-submit-undescribed-hint = Только в крайнем случае. Изображение выйдет без описания для тех, кто его не видит; тот, кто одобряет, это увидит, и у всех, кто пишет на этом языке, это останется среди того, что ждёт, пока изображение не описано или публикация не отозвана.
console-undescribed-out = Текст вышел, и никто не написал, что на его изображении. Где сеть это позволяет, добавьте описание там вручную и отметьте это на странице публикации; в других местах поможет только новая публикация с описанным изображением, когда эта будет отозвана. До тех пор она остаётся среди того, что ждёт.
console-undescribed-settle = Описание там уже есть
console-standing =
    { $standing ->
        [planned] ждёт своей очереди
        [attempting] выходит сейчас
        [stands] вышло
        [unknown] неизвестно, вышло ли
        [failed] не вышло
        [cancelled] не выйдет
        [leaving] удаляется
        [retracted] удалено
       *[stays] вышло и остаётся там
    }
console-standing-title = На аккаунтах
console-retract = Отозвать
console-retract-post = Отозвать публикацию
console-retract-title = Отзыв: что произойдёт
console-retract-will =
    { $will ->
        [stops] То, что там ждёт, не выйдет.
        [goes] То, что там стоит, будет удалено.
        [seen] То, что, возможно, там стоит, будет найдено и удалено.
       *[stays] То, что там вышло, останется: эта сеть ничего не отзывает.
    }
console-retract-followers = У подписчиков останутся сообщения, которые они получили. Кто ещё ждёт, не получит её.
console-retract-waiting = Тексты этой публикации, которые ещё не вышли, всё ещё могут выйти. Если не должны, отзовите их на странице публикации.
console-retract-nothing = Отзывать больше нечего.
console-retract-elsewhere = Во всех остальных местах она остаётся, и подписчики получают её как прежде.
console-retracted-at = Отозвано: { $at }. Кто этого не получил, уже не получит.
console-card-title = Карточка
console-card-of = Показывает
console-card-make = Сделать карточку
console-card-hint = Для каждого языка своя. Все тексты снова становятся черновиками.
console-sheet-title = Общее для всех языков
console-sheet-voids = После изменения снова станет черновиком написанное на языках: { $languages }.
console-sheet-void-count = Одобрений, которые потеряют силу: { $count }
console-sheet-not-before = Не раньше
console-sheet-not-after = Не позже
console-sheet-after-hint = Если пусто: в течение трёх дней.
console-sheet-embargo = Под эмбарго до
console-sheet-embargo-hint = До этого получают только адресаты из списка прессы. Если пусто: все одновременно.
console-sheet-clock = По часам: { $zone }. Если пусто: сразу после одобрения.
console-sheet-warning = О чём предупредить читателей
console-sheet-none = ни о чём
console-sheet-accounts = Куда ещё, кроме тех, кто следит за делом
console-sheet-accounts-hint = Дайте каждой учётной записи её очередь: 1 идёт первой.
console-sheet-account = { $handle } ({ $network }), { $language }
console-sheet-gap = Минут между двумя учётными записями
console-sheet-gap-hint = 0: все сразу.
console-sheet-spread = { $minutes } мин между двумя учётными записями
console-sheet-standing = Как оно выглядит теперь
console-quote = Цитата для карточки
console-quote-words = Что сказано
console-quote-who = Кто сказал
console-quote-hint = На каждом языке публикации, теми словами, которые увидят читатели. Для каждого делается изображение.
# How much of the room is used. Variables: $length, $limit – numbers of characters.
console-edit-length = Знаков: { $length } из { $limit }
console-edit-approver =
    { $then ->
        [stuck] Если вы сохраните здесь изменение, тех, кто может одобрить этот текст, останется слишком мало.
       *[others] Если вы сохраните здесь изменение, одобрить этот текст вы уже не сможете. Это должен будет сделать кто-то другой.
    }
console-edit-save = Сохранить
console-edit-submit = Передать второму человеку
console-edit-standing-title = Что тем временем написано. Автор: { $name }
console-edit-instead = Прочитано: поставить мой текст вместо него
console-edit-withdraw = Отозвать
console-preview-title = Как это выйдет
console-preview-left = { $account }: осталось { $left } из { $limit }
console-preview-parts = { $account }: { $length } из { $limit }, частей: { $parts }
console-draft-kept = Сохранено как ваш черновик. В текст это ещё не записано.
console-draft-shown = Вы видите свой черновик: он сохранён, но в текст ещё не записан.
console-draft-offline = Нет связи. То, что вы пишете, остаётся на этом устройстве и будет отправлено, как только она появится.
console-draft-restored = То, что вы писали последним, осталось на этом устройстве. Вот оно.
console-draft-signed-out = Вы больше не авторизованы. Написанное осталось на этом устройстве: войдите и снова откройте эту страницу.
console-paragraph-title = Абзац { $number }
console-paragraph-changed = Изменено после перевода. Проверьте, подходит ли он ещё.
console-paragraph-gone = В исходном тексте этого абзаца больше нет. Очистите поле, чтобы его опустить.
console-paragraph-fits = Он подходит как есть
console-paragraph-tally = Абзацев: { $all }. Ещё не переведено: { $missing }. Исходный текст с тех пор изменён: { $changed }.
console-paragraph-lacks = Не найдено в этом переводе: { $facts }. Проверьте, говорит ли он то же самое.
console-facts-title = Остаётся как в исходном тексте:
console-facts-hint = Имена, дни, часы и адреса исходного текста стоят в фигурных скобках, например { $time }, и подставляются так, как их пишет каждый язык. Касание вставляет их в абзац. Имя можно склонять: { $name }.
console-facts-back = Вернуть на место
console-facts-differ =
    { $how ->
        [lost] Не хватает: { $facts }.
        [doubled] Чаще, чем в исходном тексте: { $facts }.
        [contradicting] День недели не соответствует дате: { $facts }.
       *[altered] Нет в исходном тексте: { $facts }.
    }
console-refused-facts = Абзац { $number } говорит не то, что исходный. { $faults } Ничего не сохранено.
console-claim-other = Над этим текстом до { $until } работает { $name }. После этого вы сможете взять его себе.
console-claim-over = Над этим текстом до { $until } работал(а) { $name }. Вы можете взять его себе.
console-claim-own = Этот текст у вас в работе до { $until }; каждое сохранение продлевает на полчаса.
console-claim-none = Над этим текстом никто не работает. Возьмите его, чтобы никто другой тем временем в нём не писал.
console-claim-take = Взять в работу
console-claim-release = Вернуть
console-claim-standing = В работе у { $name } до { $until }
# The text cannot be sent as it is written. Variables: $line – a number.
console-edit-unreadable = Строка { $line }: { $remedy }
console-text-fault =
    { $fault ->
        [too-long] Текст слишком длинный. Сократите его.
        [nested-too-deep] В списке может быть не больше трёх уровней. Напишите его проще.
        [malformed-text] В ней половина знака. Наберите строку заново.
        [control-character] В ней знак, которого никто не видит. Наберите строку заново.
        [direction-override] В ней невидимый знак, который меняет направление чтения. Наберите строку заново.
        [image] Изображение нельзя поместить в текст. Прикрепите его к публикации.
        [html] Знаки разметки страниц не принимаются. Полужирный пишут с двумя звёздочками, ссылку – словами в квадратных скобках и адресом в круглых за ними.
        [heading] Заголовок не принимается. Напишите его полужирной строкой.
        [code] Обратные апострофы и отступ в начале строки не принимаются. Уберите их.
        [quote] Цитату пишите в кавычках, без > перед ней.
        [table] Таблица не принимается. Напишите её списком.
        [rule] Вместо черты оставьте пустую строку.
        [reference-link] Напишите адрес ссылки на месте, в круглых скобках за её словами.
        [link-without-words] Напишите слова ссылки в её квадратных скобках.
        [link-names-another-host] Слова ссылки называют другой сайт, чем её адрес. Пусть оба называют один.
        [link-title] Уберите заголовок в кавычках после адреса ссылки.
        [link-not-absolute] Напишите адрес ссылки целиком, с самого начала, как он стоит в браузере.
        [link-scheme] Ссылка может вести только на страницу, на почтовый адрес или в Telegram.
        [link-with-password] Уберите из адреса ссылки то, что стоит перед @.
        [link-malformed] Адрес ссылки неверен. Исправьте его.
       *[unsupported] Принимаются только абзацы, полужирный, курсив, ссылки и списки. Напишите так.
    }
# Variables: $length, $limit – numbers of characters.
console-edit-too-long = Текст слишком длинный. Знаков: { $length }, можно не больше { $limit }. Сократите.
# Where a text stands.
console-text-state =
    { $state ->
        [draft] Черновик
        [in_review] Ждёт второго человека
        [approved] Одобрено
        [scheduled] Одобрено, ждёт своего времени
        [published] Опубликовано
        [rejected] Отклонено
        [withdrawn] Отозвано
       *[expired] Выпускать поздно
    }
# How far the wording of a translation was looked at.
console-text-check =
    { $check ->
        [machine_draft] машинный черновик
        [draft] ещё не проверено
        [checked] проверено
       *[stale] устарело: исходный текст изменён
    }
console-hearings = Заседания
console-timeline = Хронология
# One source says otherwise; both stand. Variables: $source; $field – name of the field; $value.
console-disagrees = { $source } сообщает иначе ({ $field }): { $value }
# Above the form for facts of a hearing, and on what leads to it.
console-facts-hearing =
    { $what ->
        [new] Записать заседание
       *[change] Изменить сведения о заседании
    }
# The same of an incident: an arrest, a search, a release.
console-facts-incident =
    { $what ->
        [new] Записать происшествие
       *[change] Изменить сведения о происшествии
    }
# Leads from a hearing or an incident to its form.
console-facts-change = Изменить
# Below a date.
console-facts-date-hint = Пусто, пока дата неизвестна.
# Below a time of day.
console-facts-time-hint = По местным часам. Пусто, пока оно неизвестно.
# Below a time zone. Variables: $example – a zone as it is written.
console-facts-zone-hint = Область и город, например { $example }.
# Below the list of sources.
console-facts-sources-hint = Кто сообщил, по одному источнику в строке.
# Below the day on which facts were checked.
console-facts-checked-hint = Когда это в последний раз сверили с источником.
# Opens the fields for further languages.
console-facts-languages = Другие языки
# Opens the fields for what came of a hearing.
console-facts-result = Чем закончилось
console-facts-rulings = Решения
console-facts-rulings-hint = По одному на человека и обвинение. Без человека строка не учитывается.
console-facts-ruling = Решение
console-facts-person = Человек
# What a ruling imposes.
console-facts-penalty = Назначенное наказание
# The label of a number: how long a penalty lasts.
console-facts-length =
    { $unit ->
        [years] Лет
        [months] Месяцев
       *[days] Дней
    }
# Of a fine.
console-facts-amount = Сумма
console-facts-note = Примечание
# Adds a row to a form.
console-facts-more = Ещё одна строка
console-facts-adjourned = Отложение
# Whether a hearing that was held goes on at another date.
console-facts-adjourned-how =
    { $how ->
        [no] не отложено
        [open] отложено, дата неизвестна
       *[dated] отложено на дату ниже
    }
console-facts-next = Следующее заседание
console-facts-next-hint = Учитывается только с датой. Если суд не указан, он тот же.
# Opens the fields for what a source says otherwise.
console-facts-differing = Что отдельные источники сообщают иначе
console-facts-differing-hint = Остаётся и то и другое, подписчики видят оба.
# Of which fact a source says something else.
console-facts-about = О чём
console-facts-says = Что сообщает
console-facts-source = Источник
console-facts-kind = Что произошло
# Kinds of incident, in a list.
console-facts-kinds =
    { $kind ->
        [arrest] задержание
        [search] обыск
        [attack] нападение
        [transfer] перевод в другое место
        [health] здоровье
        [demolition] снос
       *[release] освобождение
    }
console-facts-place = Где
console-facts-what = Словами, которые прочтут подписчики
# Below the words in which an incident is told; of one that is taken back, what is right.
console-facts-what-hint = Если этого не было: как на самом деле.
console-facts-whom = Кого это касается
console-facts-bystanders = Сколько других людей, по роли
console-facts-bystanders-hint = Их никогда не называют по имени.
# The label of a number of people.
console-facts-bystander =
    { $role ->
        [minor] Несовершеннолетние
        [witness] Свидетели
       *[victim] Потерпевшие
    }
console-facts-certainty = Насколько это достоверно
console-facts-certainties =
    { $certainty ->
        [established] установлено: мы это знаем
        [reported] сообщается: кто-то рассказал, больше мы не знаем
       *[alleged] утверждается: не подтверждено
    }
console-facts-discloses = О чём ещё здесь говорится
console-facts-discloses-hint = Для этого нужно записанное согласие.
# How a change of an incident stands to what followers were told.
console-facts-amendment = Как это относится к сказанному раньше
console-facts-amendments =
    { $amendment ->
        [adds] известно больше
        [corrects] что-то было неверно
       *[withholds] личные сведения отзываются и не повторяются
    }
console-facts-happened =
    { $status ->
        [stands] это произошло
       *[retracted] всё было не так, как рассказано
    }
# Shows, before anything is recorded, what followers would be told.
console-facts-look = Посмотреть, что узнают подписчики
# Above the message that followers would get.
console-facts-told = Что узнают подписчики, когда одобрит второй человек
console-facts-told-none = Сразу никого не оповещают.
# Variables: $when – a list of dates and times.
console-facts-reminders = Напоминания: { $when }
console-facts-replaces = Одно изменение уже ждёт второго человека. Ваше займёт его место.
# Above what a colleague recorded while this was written. Variables: $name – the colleague.
console-facts-standing = Что записано тем временем. Кем: { $name }
# Behind a box to be ticked: one’s own facts are recorded although a colleague’s stand there by now.
console-facts-instead = Прочитано: поставить моё вместо этого
# Above a form that was not taken.
console-facts-faults = Пока ничего не записано. Посмотрите, что отмечено ниже.
# At a field.
console-facts-fault =
    { $reason ->
        [missing] Этого не хватает.
        [clock] В этот день часы пропускают это время или показывают его дважды. Выберите другое.
        [minutes] Напишите число минут: ноль или больше, не дольше суток.
       *[unusable] В таком виде не годится: слишком длинно или не то, что здесь нужно.
    }
# A time that the clocks skip on that day. Variables: $before, $after – times of day.
console-refused-gap = В этот день часы перескакивают через это время. Ближайшие: { $before } и { $after }. Спросите, какое имеется в виду.
# What is on its way.
console-broadcast-what =
    { $kind ->
        [alert] Оповещение о заседании
        [digest] Обзор за неделю
       *[post] Публикация
    }
console-broadcast-state =
    { $state ->
        [running] идёт
        [paused] приостановлено
        [halted] остановлено из-за ошибок
        [cancelled] отменено
       *[finished] завершено
    }
# How many messages came to what. Variables: $count – a number, or that it is under 20.
console-delivery-count =
    { $state ->
        [planned] ожидает: { $count }
        [sent] отправлено: { $count }
        [failed] не удалось: { $count }
        [unknown] неизвестно, дошло ли: { $count }
       *[cancelled] отменено: { $count }
    }
# In place of a number under 20.
console-few = меньше 20
console-broadcast-do =
    { $action ->
        [pause] Приостановить
        [resume] Продолжить
       *[cancel] Отменить остаток
    }
# What one person has asked for of a broadcast, beside it. Variables: $action – pause, resume or cancel; $name – who asked; $until – date and time.
console-broadcast-asked =
    { $action ->
        [pause] { $name } хочет это приостановить. Нужно согласие второго человека; запрос истекает: { $until }.
        [resume] { $name } хочет это продолжить. Нужно согласие второго человека; запрос истекает: { $until }.
       *[cancel] { $name } хочет отменить остаток. Нужно согласие второго человека; запрос истекает: { $until }.
    }
# What of a broadcast did not arrive, by the reason; and what leads there.
console-dead-title = Что не дошло
# Why messages that did not arrive are not sent once more.
console-dead-why =
    { $why ->
        [may-have-arrived] Возможно, они дошли, а дважды публикацию никто не получает.
        [chat-away] В эти чаты писать нельзя.
        [too-late] Их время прошло.
        [superseded] Их сменили более новые сведения.
        [not-wanted] Их отменили, или читатели их больше не хотели.
        [unreadable] Чат или текст не открывается нашими ключами.
        [no-longer-kept] Какие именно, больше не хранится.
       *[not-certain] Неизвестно, безопасна ли новая попытка.
    }
console-dead-class =
    { $class ->
        [no-rights] Бот не имеет права там писать.
        [content] Telegram не принял текст.
        [text-halted] Текст остановлен после того, как Telegram его отклонил.
        [no-answer] Ответа не было: дошли ли они, неизвестно.
       *[refused] Telegram отклонил их по другой причине.
    }
console-dead-resend = Отправить их ещё раз
# Alerts of which nobody was told.
console-expired-title = Оповещения, которые опоздали
console-expired-why = Их не отправили: они не успели и были бы бесполезны. Подписчикам не сообщили.
# Our accounts on networks such as Mastodon.
console-accounts-title = Аккаунты
console-account-state =
    { $state ->
        [active] в порядке
        [paused] приостановлен
       *[disconnected] отключён
    }
# Why nothing goes out on an account. A code may stand behind the third and the last.
console-account-why =
    { $why ->
        [staff] Его приостановил кто-то из команды. Снова запускают двое.
        [budget] Бюджет этого месяца исчерпан.
        [failures] Приостановлен после нескольких неудач подряд.
        [suspended] Сеть его закрыла.
        [expired] Данные для входа истекли, или кто-то отозвал их в сети. Нужно создать там новые и подключить его заново.
        [forgotten] Мы удалили данные для входа. Его нужно подключить заново.
       *[credentials] Сеть больше не принимает данные для входа. Его нужно подключить заново.
    }
# Variables: $until – date and time.
console-account-rests = До { $until } туда ничего не уходит.
console-account-ends = Данные для входа действуют до { $end }. Подключите её снова до этого.
# Variables: $count – a number.
console-account-failures = Неудач подряд: { $count }
# By price lists. Variables: $spent, $planned – amounts of money.
console-account-spent = Потрачено за месяц, по оценке: { $spent }. Запланировано: { $planned }.
# The same where there is a budget. Variables: $spent, $planned, $budget – amounts of money.
console-account-spent-of = Потрачено за месяц, по оценке: { $spent } из { $budget }. Запланировано: { $planned }.
# Variables: $limit – a number, in the network’s own unit.
console-account-text = Тексты до { $limit } знаков по счёту сети.
# What can be done on an account.
console-account-can =
    { $what ->
        [images] Принимает изображения.
        [no-images] Не принимает изображения.
        [threads] Длинные тексты выходят частями.
        [no-threads] Текст выходит целиком.
        [retract] Вышедшее можно отозвать.
        [no-retract] Вышедшее отозвать нельзя.
       *[asks-person] Если неизвестно, стоит ли там что-то, должен посмотреть человек.
    }
console-unknown-title = Стоит ли это там?
console-unknown-how = Сеть не ответила, а дважды ничего не уходит. Посмотрите аккаунт и скажите, что увидели.
# Variables: $at – date and time.
console-unknown-tried = Попытка: { $at }
console-unknown-contact = Это было для одного адресата из списка.
console-unknown-stands = Это там стоит
# Its button: after that it goes out again.
console-unknown-absent = Там этого нет: отправить снова
console-unknown-id = По чему его знает сеть
console-unknown-id-hint = Номер или имя, чаще всего конец адреса.
console-unknown-address = Его адрес, если он есть
# What somebody may do.
console-role =
    { $role ->
        [author] автор
        [translator] переводчик
        [approver] одобряющий
        [admin] администратор
        [coordinator] координатор
       *[lawyer] адвокат
    }
# Variables: $count – how many keys somebody has.
console-staff-keys = Ключей: { $count }
# A bearer token of somebody. Variables: $until – date and time; $used – date and time, or console-token-unused.
console-token = Токен для программ действует до: { $until }. Последнее использование: { $used }.
console-token-unused = никогда
# Behind it: a list of scopes such as posts:read, or console-token-all.
console-token-for = Он позволяет:
console-token-all = всё, что разрешают роли.
console-token-end = Отозвать этот токен
# Variables: $languages – a list.
console-staff-reads = Читает: { $languages }
console-staff-cases = Дела: { $cases }
console-staff-all-cases = все дела
console-staff-limit = Ограничить делами: { $who }
console-staff-limit-how = Если не выбрано ни одного дела, доступны все.
console-staff-limit-do = Ограничить
# Heading: colleagues who take over roles when others are gone.
console-succession-title = Назначенные преемники
console-succession-how = Двое заранее назначают преемника. В нужный день один человек просит принять дела; через 24 часа, в течение которых каждый может возразить, преемник делает это здесь своим ключом.
# Variables: $name – who proposes it; $who – who is to take over; $roles – a list.
console-succession-wants = { $name } предлагает преемника на случай, если других не станет на месте: { $who }, { $roles }.
# Variables: $who; $roles – a list.
console-succession-stands = Преемник на случай, если других не станет на месте: { $who }, { $roles }.
# Variables: $who; $roles – a list; $from – date and time.
console-succession-called = Преемника просят принять дела: { $who }, { $roles }. Это действует с: { $from }.
# Variables: $who; $roles – a list; $gone – names of who named them and is not there for it any more; $until – date and time.
console-succession-doubted = Преемник на случай, если других не станет на месте: { $who }, { $roles }. Чьё слово больше не считается: { $gone }. Если другие не подтвердят, это утратит силу: { $until }.
# A button: to put one’s own word in place of one that is gone. Variables: $who.
console-succession-confirm = Подтвердить: { $who }
# A button and the heading of its form.
console-succession-name = Назначить преемника
# Label of a choice among colleagues.
console-succession-who = Кто примет дела
# A button. Variables: $who.
console-succession-call = Просить принять дела: { $who }
# A button for who was asked.
console-succession-take = Принять дела
console-breaks-title = Этого больше никто не сможет
# A list of console-duty follows. Variables: $who – who would be taken off the staff, or limited to some cases.
console-breaks = Если { $who } больше не сможет этим заниматься, этого не сможет никто. Пока ничего не изменено.
# A button below it.
console-breaks-despite = Всё равно сделать
# What a campaign must be able to do. Variables: $what – a language, a case or a person’s name.
console-duty =
    { $duty ->
        [any-post] Публикации на любом языке по каждому открытому делу
        [post] Публикации по каждому открытому делу на языке: { $what }
        [any-release] Пресс-релизы на любом языке по каждому открытому делу
        [release] Пресс-релизы по каждому открытому делу на языке: { $what }
        [facts] Сведения о заседаниях и происшествиях, которые один вносит, а другой утверждает: { $what }
        [lift-pause] Возобновление публикаций после паузы: двое утверждающих
        [stop-alert] Остановка оповещения о заседании: двое
        [invite] Приглашение нового человека: двое администраторов с ключами
       *[replace-keys] Новые ключи взамен утраченных, двумя другими людьми с ключами: { $what }
    }
console-staff-invite = Пригласить человека
console-staff-invite-how = Нужны два администратора. Второй получает ссылку и передаёт её.
console-staff-name = Имя, каким его видят коллеги
console-staff-roles = Роли
console-staff-languages = Языки, на которых читает
# Variables: $name – who asks; $who – who is to be invited.
console-staff-wants-invite = { $name } хочет пригласить: { $who }.
# Variables: $name – who asks; $who – whose keys are lost.
console-staff-wants-keys = { $name } сообщает, что все ключи потеряны: { $who }. Позвоните этому человеку, прежде чем согласиться. Новые ключи действуют через сутки.
# A second person has agreed. Variables: $who; $from – date and time.
console-staff-waits-keys = Новые ключи для { $who } действуют с этого времени: { $from }.
console-staff-object = Возразить
# Variables: $who – of the person.
console-staff-replace = Все ключи потеряны: { $who }
# Variables: $who – of the person.
console-staff-revoke = Вывести из команды: { $who }
# The link stands below. Variables: $from – from when on it counts, date and time.
console-staff-link = Передайте эту ссылку лично. Она показана один раз, действует один раз и с этого времени: { $from }.
# Who did something that no staff member did.
console-audit-actor =
    { $kind ->
        [subscriber] подписчик
        [job] сервис
        [operator] оператор за компьютером
        [partner] наблюдатель партнёра
       *[staff] команда
    }

## The set-up page, for a coordinator who has never seen a terminal

setup-title = Настройка кампании
setup-intro = Это займёт минут пятнадцать. Нужны Telegram на вашем телефоне и второй человек, которому вы доверяете. То, что вы введёте, остаётся на этом компьютере.
setup-choose-language = Язык этой страницы
# Variables: $step, $steps – numbers.
setup-step = Шаг { NUMBER($step) } из { NUMBER($steps) }
setup-next = Продолжить
setup-back = Назад
setup-try-again = Попробовать ещё раз
setup-bot-title = Бот
setup-bot-how = Откройте в Telegram чат с @BotFather и отправьте /newbot. Он спросит название и имя пользователя, которое кончается на «bot». В ответ придёт токен — строка из цифр и букв с двоеточием. Скопируйте токен целиком и вставьте сюда.
setup-bot-token-label = Токен от BotFather
setup-bot-token-secret = Кто знает этот токен, может писать от имени вашего бота. Никому его не отправляйте.
setup-bot-check = Проверить токен
# Variables: $name – the bot's user name with @.
setup-bot-ok = Токен подходит. Ваш бот: { $name }.
setup-bot-malformed = Это не похоже на токен. В нём цифры, потом двоеточие, потом буквы и цифры. Скопируйте всю строку из BotFather.
setup-bot-wrong = Telegram не знает этого токена. Скопируйте его у BotFather ещё раз: его показывает команда /mybots.
setup-bot-unreachable = С этого компьютера Telegram недоступен. Проверьте подключение к интернету и попробуйте снова. В некоторых странах Telegram заблокирован.
setup-bot-has-webhook = Этим ботом уже пользуется другая служба. Создайте нового бота или сначала отключите ту службу.
setup-campaign-title = Кампания
setup-campaign-name-label = Название кампании
setup-campaign-name-hint = Его увидят в первом сообщении все, кто следит за делами.
setup-languages-label = Языки, на которых вы будете публиковать
setup-languages-hint = Сам бот говорит на всех. Выберите те, на которых вы можете писать и проверять тексты.
setup-zone-label = Часовой пояс
setup-zone-hint = Пояс, в котором проходит большинство заседаний. У каждого заседания может быть свой.
setup-your-name-label = Ваше имя, каким его видят коллеги
setup-your-languages-label = Языки, на которых вы читаете
setup-passphrase-title = Парольная фраза
setup-passphrase-why = Она запирает ключ, которым зашифрованы чаты ваших читателей. Её вводят после каждого перезапуска этого компьютера. Кто заберёт компьютер без этой фразы, не узнает, кто следит за делами.
setup-passphrase-lost = Обойти её нельзя: если фраза потеряна, потерян и список читателей. Запишите её и храните отдельно от этого компьютера.
setup-passphrase-label = Парольная фраза
setup-passphrase-repeat-label = Парольная фраза ещё раз
# Variables: $min – the smallest number of characters.
setup-passphrase-too-short =
    { $min ->
        [one] В парольной фразе должно быть не меньше { $min } знака. Пять-шесть слов подряд легко запомнить.
        [few] В парольной фразе должно быть не меньше { $min } знаков. Пять-шесть слов подряд легко запомнить.
        [many] В парольной фразе должно быть не меньше { $min } знаков. Пять-шесть слов подряд легко запомнить.
       *[other] В парольной фразе должно быть не меньше { $min } знака. Пять-шесть слов подряд легко запомнить.
    }
setup-passphrase-differ = Две парольные фразы не совпадают.
setup-test-title = Сообщение самому себе
setup-test-how = Откройте эту ссылку на своём телефоне и нажмите «Запустить» (Start). Тогда бот вам напишет.
setup-test-link = Открыть бота в Telegram
# Beside a QR code with the same link.
setup-link-scan = Или наведите камеру телефона на этот квадрат.
setup-test-waiting = Ждём, когда вы нажмёте «Запустить» (Start).
setup-test-on-its-way = Сообщение уже в пути.
setup-test-sent = Сообщение отправлено. Видите его в Telegram?
setup-test-failed = Отправить сообщение не удалось. Нажмите в боте «Запустить» (Start) ещё раз и попробуйте снова.
setup-test-again = Отправить ещё раз
# The message itself. Variables: $campaign – its name.
setup-test-message = Это проверка кампании «{ $campaign }». Бот работает, а этот чат связан с вашей учётной записью в команде.
setup-second-title = Второй человек
setup-second-why = Никто не публикует в одиночку: каждый текст должен одобрить тот, кто его не писал.
setup-second-how = Передайте эту ссылку второму человеку, лучше всего лично или по телефону. Он открывает её в Telegram и нажимает «Запустить» (Start). Ссылка действует один раз.
setup-second-name-label = Имя второго человека
setup-second-languages-label = Языки, на которых читает этот человек
setup-second-make = Создать ссылку
setup-second-link-label = Ссылка для второго человека
# Beside a QR code with the same link.
setup-second-scan = Если этот человек рядом, камера его телефона прочитает ссылку с этого квадрата.
setup-second-waiting = Ждём второго человека.
setup-second-joined = Второй человек подключился.
setup-second-later = Сделать это позже
setup-finish = Завершить
setup-done-title = Кампания настроена
setup-done-text = Ниже — ваш ключ к управлению. Он показывается только один раз: сохраните его в надёжном месте.
setup-done-key-label = Ключ к управлению
setup-done-next = Дальше: добавьте дело, пусть второй человек с ним согласится, напишите публикацию, и пусть он её одобрит.
setup-done-alone = Второй человек ещё не подключился. До этого ничего нельзя опубликовать, и дело, которое вы добавите, никому не показывают.
setup-done-docs = Открыть управление
# Above the bot's address.
setup-done-followers = Следить за кампанией можно здесь:
# Heads the list of what is wrong with a form.
setup-error-title = Проверьте, пожалуйста
# Variables: $field – the label of the input.
setup-error-required = Заполните, пожалуйста: { $field }
setup-error-zone = Такой часовой пояс неизвестен.
# Of the campaign or of a person. Variables: $max – the most characters.
setup-error-name = Это имя или название не подходит. Наберите его вручную буквами или цифрами, не длиннее { NUMBER($max) } знаков.
setup-error-languages = Выберите хотя бы один язык.
# Variables: $folder – its path.
setup-error-folder = Ключи не удаётся записать в папку { $folder }. Тот, кто следит за этим компьютером, должен разрешить службе писать туда.
setup-error-start = Службу не удалось запустить. Попробуйте ещё раз; если снова не получится, причина написана в окне, где она работает.
setup-error-link = Эта ссылка уже использована или истекла. Запустите службу ещё раз — она выдаст новую.
setup-error-ours = На этом компьютере произошла ошибка, ничего не изменилось. Попробуйте, пожалуйста, ещё раз.

## The page on which the passphrase is entered after a restart

unlock-title = Служба заперта
unlock-text = Её перезапустили. Пока не введена парольная фраза, она ничего не отправляет. То, что пишут боту, ждёт в Telegram, но не дольше 24 часов.
unlock-button = Отпереть
unlock-wrong = Эта парольная фраза неверна.
unlock-done = Отперто. Сообщения снова отправляются.
