### bray: native-checked = no
### English: the reference. Its keys and variables bind every other language; how to add one stands at the
### head of scripts/messages.ts.
###
### Tone: the fact first, then the source, then what one can do. Plain and warm. No exclamation marks, no
### emoji. "Accused of", never "criminal". Never promise safety, never urge anybody to attend a hearing.
### Plain text only: bold and links are added by the program.

## Start

# The first thing a new follower reads.
# Variables: $campaign – the campaign's name.
start-welcome =
    This is the bot of { $campaign }. It tells you about people who are on trial for what they said: what happens to them, when the court sits, and when the court moves a hearing.

    Stored about you: this chat in sealed form, your language, the cases you follow. Not your name, and nothing you write. Telegram knows that you use this bot.

    /cases shows the cases. /help shows what else you can do.
# For somebody who comes back and still follows cases.
# Variables: $count – how many cases they follow.
start-returning =
    { $count ->
        [one] Welcome back. You follow { $count } case. /hearings shows what is next.
       *[other] Welcome back. You follow { $count } cases. /hearings shows what is next.
    }
# For somebody whose messages had stopped (they had blocked the bot) and who is reachable again.
start-reachable-again = You get messages here again. /cases shows the cases, /stop ends all messages.
# Below the welcome. Variables: $places – a list of names in Telegram, such as “@reserve_bot”.
start-reserve = If this bot falls silent one day, you find us here: { $places }
# The link that was opened names a case that does not exist or is no longer shown.
start-unknown-case = This link leads to a case that is not here. These are the cases you can follow:
start-choose-language = In which language should the bot write to you?

# On the bot's page in Telegram, before somebody taps “Start” (at most 512 characters). Variables: $campaign.
bot-description = News of people who are on trial for what they said, from { $campaign }: what happens to them, when the court sits, and when a hearing is moved. Telegram knows that you use this bot.
# On the bot's profile (at most 120 characters).
bot-short-description = People on trial for what they said: their cases and hearings.

## Languages

# Sent in the new language after it was chosen.
language-set = From now on the bot writes to you in English.
language-prompt = The bot writes to you in English. Which language do you want?
# Shown above a text that does not exist in the reader's language (this one).
# Variables: $language – the language the text is in, a language code.
language-fallback =
    { $language ->
        [az] This text is in Azerbaijani; there is no English translation yet.
        [en] This text is in English.
        [ru] This text is in Russian; there is no English translation yet.
        [tr] This text is in Turkish; there is no English translation yet.
        [fa] This text is in Persian; there is no English translation yet.
        [fr] This text is in French; there is no English translation yet.
       *[de] This text is in German; there is no English translation yet.
    }
# The name of a language, inside a sentence or a list.
# Variables: $language – a language code.
language-name =
    { $language ->
        [az] Azerbaijani
        [en] English
        [ru] Russian
        [tr] Turkish
        [fa] Persian
        [fr] French
       *[de] German
    }

## Commands, as Telegram's menu lists them (at most 256 characters each)

command-start = Begin, or choose a language
command-cases = All cases; follow or stop following one
command-hearings = Which hearings come next
command-language = Change the language
command-discreet = Messages without names, for a phone that others may see
command-quiet = Hours in which nothing comes that can wait
command-digest = A summary once a week of the cases you follow
command-alerts = Reminders of hearings, and who is told first
command-privacy = What is stored about you, and what is not
command-stop = Stop all messages
command-forget = Erase everything stored about this chat
command-help = What this bot can do
# In groups and channels, for their admins.
command-follow = Follow a case in this group
command-unfollow = Stop following a case in this group

## Buttons

button-next = Next
button-previous = Previous
button-back = Back
button-cancel = Cancel
button-follow = Follow
button-unfollow = Stop following
button-hearings = Hearings
button-next-hearing = The next hearing
button-case = The case
# Under a case that somebody shared in another chat: leads into the bot.
button-open-in-bot = Open in the bot
# Below a hearing.
button-calendar = Add to calendar
# Opens a map at the court.
button-map = Map
# Below a hearing, where the campaign lets people say so. It must not sound like an invitation.
button-attend = I will attend
button-timeline = Timeline
button-share = Share
# Under an alert or a post: no more messages about this case.
button-stop-case = Stop this case
# Under an alert or a post: no more messages at all.
button-stop-all = Stop all
button-discreet-on = Turn on
button-discreet-off = Turn off
# What a follower may choose as quiet hours, beside hours of their own.
button-quiet-campaign = As the campaign has it
button-quiet-off = No quiet hours
button-digest-off = No summary
# Under a weekly summary.
button-digest-stop = No more summaries
# What a follower may choose about reminders, beside lead times like “7 days” or “3 hours”.
button-alerts-changes = Only changes
button-tell-first = Tell me first
button-standing =
    { $standing ->
        [observer] I observe trials
        [lawyer] I am a lawyer
       *[press] I am with the press
    }
# A lead time, in a list and on a button, beside “1 day” and “3 hours”.
lead-time-morning = The morning of the day
# Under the neutral notice of discreet mode.
button-show = Show
button-show-picture = Show the picture
button-delete-now = Delete now
button-forget = Erase everything
# For staff, under a text that waits for their decision.
button-approve = Approve
button-reject = Reject
# For staff, under a request that waits for a second person.
button-agree = Agree

## Small parts

# Under a long list. Variables: $page, $pages – numbers, from 1.
page-of = Page { NUMBER($page) } of { NUMBER($pages) }
# A fact nobody knows yet, in the place of its value.
value-unknown = not yet known
unit-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
unit-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }

## Dates and times

# Date and time of a hearing where the court is, then the same moment in UTC.
# Variables: $date, $time; $place – like "Baku, UTC+4"; $utc – the time, with the date if it differs.
format-hearing-time = { $date }, { $time } ({ $place }; { $utc } UTC)
# Variables: $date, $city.
format-hearing-time-unknown = { $date }, time not yet known ({ $city })
# Any other moment. Variables: $date, $time; $place – like "Baku, UTC+4".
format-instant = { $date }, { $time } ({ $place })
# Whose clock it is. Variables: $city; $offset – like "UTC+4".
format-place = { $city }, { $offset }
# Variables: $date, $time.
format-date-and-time = { $date }, { $time }

## Cases

cases-title = Cases
cases-empty = There is no case here yet. When the campaign adds one, /cases will show it.
# The heading of a case. Variables: $name – of the case; $country.
case-title = { $name } ({ $country })
# Variables: $count – how many persons; $names – a list of them.
case-persons =
    { $count ->
        [one] Person: { $names }
       *[other] Persons: { $names }
    }
# Stands on every case that is not real.
case-fictional = This case is invented, for trying things out.
# Variables: $when – date and time of the next hearing.
case-next-hearing = Next hearing: { $when }
case-no-hearing = No hearing is known at present.
case-followed = You now follow this case. You will be told when a hearing is set, moved or cancelled. /hearings shows what is next.
case-unfollowed = You no longer follow this case. Nothing more about it will be sent to you.
case-already-followed = You already follow this case.
case-closed = This case is closed. Nothing new is expected; you can still read it.
case-gone = This case is no longer shown here. /cases shows the others.
# After “/follow” or “/unfollow” with a short name that no case has.
case-unknown = No case has this short name.
unfollow-choose-case = Which case do you want to stop following?
# The heading of what happened so far in a case.
case-timeline-title = What has happened so far
case-timeline-empty = Nothing is recorded yet.
# Who spoke for the case in public. Variables: $who – a person or an organisation.
case-statement = Public statement: { $who }
# Text to pass on with the link to a case. Variables: $name – of the case.
case-share = { $name }: the case, and when the court sits

## Hearings

hearings-title = What is next
hearings-follow-nothing = You follow no case yet. /cases shows them; tap “Follow” under one, and its hearings stand here.
hearings-none-known = No hearing is known in the cases you follow. You will be told when one is set.
# After a tap on the button of an old message.
hearing-gone = This hearing is no longer shown here. /hearings shows what is next.
calendar-no-date = This hearing has no date that a calendar could show. /hearings shows what is next.
# Below the calendar file that the bot sends.
calendar-file = Open this file to add the hearing to your calendar. The calendar does not learn of it when the court moves the hearing; this bot tells you.
# How many said “I will attend” (button-attend). Variables: $count – a number.
attend-count =
    { $count ->
        [one] { $count } person has said that they will attend.
       *[other] { $count } people have said that they will attend.
    }
# What becomes of a tap on that button. Variables: $from – the smallest number that is shown.
attend-note = “I will attend” is counted and shows nobody who you are. The number is shown from { NUMBER($from) } on, and erased after the day. Telegram sees that you tapped.
# After a tap on that button of an old message.
attend-off = The campaign does not count who will attend.
attend-over = This can no longer be said of this hearing: it is over, was moved to another day or cancelled, or the public is not let in.
hearing-kind =
    { $kind ->
        [detention] Detention hearing
        [preliminary] Preliminary hearing
        [trial] Trial
        [verdict] Verdict
        [appeal] Appeal
        [parole] Hearing on early release
       *[other] Hearing
    }
# On a button. Variables: $kind – the kind of hearing; $day – a date without its weekday.
hearing-on-day = { $kind }, { $day }
hearing-status =
    { $status ->
        [scheduled] Scheduled
        [postponed] Postponed
        [cancelled] Cancelled
       *[held] Held
    }
# Variables: $names – the persons before the court.
hearing-who = Before the court: { $names }
hearing-when = When: { $when }
hearing-court = Court: { $court }
hearing-room = Room: { $room }
hearing-room-unknown = Room: not yet known
hearing-judge = Judge: { $judge }
hearing-openness =
    { $openness ->
        [open] Open to the public
        [closed] Closed to the public
       *[unknown] Not known whether it is open to the public
    }
# The same in one word, where old and new value stand side by side.
openness-word =
    { $openness ->
        [open] open to the public
        [closed] closed
       *[unknown] not known
    }
# Variables: $count – how many sources; $sources – a list of them.
hearing-sources =
    { $count ->
        [one] Source: { $sources }
       *[other] Sources: { $sources }
    }
# Variables: $date – when the campaign last checked.
hearing-checked = Dates often change. Checked on { $date }.
# Above the lines in which sources say different things.
hearing-sources-disagree = The sources disagree:
# Variables: $source; $value – what it says.
hearing-source-says = { $source } says: { $value }
# The same, where it is known which fact it is about. Variables: $field – its name; $source; $value.
hearing-source-says-of = { $field }: { $source } says: { $value }
# On a card: what somebody said, in the quotation marks of the language. Variables: $words.
card-quote = “{ $words }”
hearing-outcome = Outcome: { $outcome }
# What was decided on one charge. Variables: $person; $charge – the charge; $ruling – see “ruling”.
hearing-decided = { $person }, “{ $charge }”: { $ruling }
# The same with what was imposed. Variables: $penalty – see “penalty-size”.
hearing-decided-penalty = { $person }, “{ $charge }”: { $ruling } ({ $penalty })
# What a court decided on a charge, in a few words. “See below”: the line that follows says it.
ruling =
    { $ruling ->
        [convicted] found guilty
        [acquitted] acquitted
        [dropped] charge dropped
        [upheld] earlier decision upheld
        [overturned] earlier decision overturned
        [changed] sentence changed
        [returned] sent back for a new decision
        [detained] detention ordered
        [released] released from detention
       *[other] see below
    }
# What was imposed.
penalty =
    { $kind ->
        [prison] prison
        [suspended] suspended sentence
        [house_arrest] house arrest
        [detention] detention
        [community_service] community service
       *[fine] fine
    }
# Variables: $penalty – see “penalty”; $size – how long, such as “2 years, 6 months”, or how much money.
penalty-size = { $penalty }: { $size }

## Alerts: a title, then lines about the hearing, then the footer

# Variables: $case – its name.
alert-announced-title = New hearing: { $case }
alert-reminder-tomorrow-title = Tomorrow: hearing in the case “{ $case }”
# Sent on the morning of the day.
alert-reminder-today-title = Today: hearing in the case “{ $case }”
# Variables: $days – 2 or more.
alert-reminder-days-title =
    { $days ->
        [one] In { $days } day: hearing in the case “{ $case }”
       *[other] In { $days } days: hearing in the case “{ $case }”
    }
alert-reminder-hours-title =
    { $hours ->
        [one] In { $hours } hour: hearing in the case “{ $case }”
       *[other] In { $hours } hours: hearing in the case “{ $case }”
    }
alert-changed-title = Changed: hearing in the case “{ $case }”
# The hearing is at a later time or on a later day than before. Variables: $case – its name.
alert-moved-later-title = Moved to a later time: hearing in the case “{ $case }”
# The title when a hearing is moved to an earlier time: louder than the others, since whoever relies on the old
# time misses the hearing. The times come first, for the preview on a locked screen.
# Variables: $from, $to – times on the same day; $case – its name; $date.
alert-moved-earlier = EARLIER: { $to } instead of { $from }. The hearing in the case “{ $case }” on { $date } was moved to an earlier time.
# The same when the day changes too. Variables: $from, $to – date and time; $case.
alert-moved-earlier-day = EARLIER: the hearing in the case “{ $case }” was moved to an earlier day. Now: { $to }. Before: { $from }.
# One line per changed fact. Variables: $field – its name (see field-name); $from, $to – its old and new value.
alert-change-line = { $field }: was { $from }, now { $to }
field-name =
    { $field ->
        [status] Status
        [localDate] Date
        [localTime] Time
        [zone] Time zone
        [kind] Kind of hearing
        [court] Court
        [room] Room
        [openness] Open to the public
        [judge] Judge
        [outcome] Outcome
        [charge] Charge
        [sources] Sources
       *[checkedOn] Checked on
    }
alert-postponed-title = Postponed: hearing in the case “{ $case }”
# Variables: $when – the new date and time.
alert-postponed-to = The new date: { $when }
alert-postponed-no-date = No new date is known yet. You will be told when there is one.
# Variables: $when – when it would have been.
alert-no-longer-at = It will not take place on: { $when }
alert-cancelled-title = Cancelled: hearing in the case “{ $case }”
alert-outcome-title = Outcome: hearing in the case “{ $case }”
# What was told to be the outcome of a hearing is taken back, and no other is known.
alert-outcome-taken-back = We were wrong about its outcome. What came of the hearing is not known.
# It was held, and goes on another day. Variables: $case – its name.
alert-adjourned-title = Adjourned: hearing in the case “{ $case }”
# The heading above the next hearing.
alert-adjourned = It goes on:
# The day after a hearing of which nothing new is known. Variables: $case – its name.
alert-no-outcome-title = No news yet: hearing in the case “{ $case }”
# Variables: $when – when it was to be.
alert-no-outcome = The hearing was to take place on { $when }. Its outcome is not known yet.
alert-no-next-date = No further date is known.
# Variables: $when – the moment at which the message was due.
alert-late = Late: this should have reached you on { $when }.
# The same, where the moment is no longer known.
alert-late-sent = Late: this should have reached you earlier.
alert-repeat = Repeated: you may have received this already.
alert-unconfirmed = Not yet confirmed by a second person.
# A move that was told before a second person had confirmed it, now confirmed. Variables: $case – its name.
alert-confirmed-title = Confirmed: hearing in the case “{ $case }”
# What was told turned out to be wrong. Variables: $case – its name.
alert-corrected-title = Correction: hearing in the case “{ $case }”
# Variables: $when – the date and time that were told.
alert-wrong-move = We were wrong: the hearing was not moved to { $when }.
# Variables: $when – date and time.
alert-correct-when = Correct: { $when }
# Below “Not yet confirmed by a second person”. Variables: $when – the date and time that two people have confirmed.
alert-confirmed-so-far = Confirmed so far: { $when }
# In a reminder, beside the confirmed time. Variables: $when – date and time.
alert-reported-move = Reported, not yet confirmed by a second person: moved to { $when }
# At the foot of every alert.
alert-decide-yourself = Decide for yourself whether to go. Police have detained people at hearings.

## Incidents

# What happened, and in which case. Variables: $case – its name.
incident-title =
    { $kind ->
        [arrest] Arrest: { $case }
        [search] Search: { $case }
        [attack] Attack: { $case }
        [transfer] Moved to another place: { $case }
        [health] Health: { $case }
        [demolition] Demolition: { $case }
       *[release] Released: { $case }
    }
# The same as a line.
incident-kind =
    { $kind ->
        [arrest] What: arrest
        [search] What: search
        [attack] What: attack
        [transfer] What: moved to another place
        [health] What: health
        [demolition] What: demolition
       *[release] What: release
    }
# More has become known of what was told before. Variables: $case – its name.
incident-more-title = More is known: { $case }
# What was told before was wrong. Variables: $case – its name.
incident-correction-title = Correction: { $case }
# Variables: $told – what was told before.
incident-wrong = We were wrong: { $told }
# Below it. Variables: $fact – what is right.
incident-correct = Correct: { $fact }
# Instead of what was told before, when it was private: it is not said again.
incident-not-repeated = Something that we told about this was wrong, or should not have been told. It is not repeated here.
# What is right instead, when it did not happen.
incident-did-not-happen = by what we know now, this did not happen.
# Of what was told before as reported or alleged.
incident-confirmed = This has been confirmed since.
# Below the title: who reports it. Variables: $sources – a list.
incident-reported = Reported by { $sources }. We do not know more yet.
# Below the title: somebody claims it, and it could not be confirmed. Variables: $sources – a list.
incident-alleged = Alleged, not confirmed. Source: { $sources }
# Variables: $names – whom it concerns.
incident-who = Who: { $names }
# Variables: $when – a date, with the time where it is known.
incident-when = When: { $when }
# Variables: $place.
incident-where = Where: { $place }
# In the place of a name that is not told; alone or in a list.
person-role =
    { $role ->
        [minor] a minor
        [witness] a witness
       *[victim] a victim
    }
# The same of several, in a list. Variables: $count.
person-roles =
    { $role ->
        [minor] minors: { NUMBER($count) }
        [witness] witnesses: { NUMBER($count) }
       *[victim] victims: { NUMBER($count) }
    }
# What is told only with consent, in a list.
disclosure-word =
    { $disclosure ->
        [health] health
       *[torture] torture
    }

## Posts

# Under a post: the case it is about. Variables: $case – its name.
post-case-line = About the case: { $case }

## Stop

stop-done = Stopped. Nothing more will be sent to you. Your language setting stays, so that you can come back with /start; /forget erases that too.
stop-nothing = You follow no case, so nothing is being sent to you. /cases shows the cases.
stop-cancelled = Nothing was changed.

## Forget

forget-confirm =
    Erase everything that is stored about this chat: the cases you follow, your language, discreet mode, quiet hours, and messages on their way to you?

    This takes effect at once and cannot be undone.
forget-done = Erased:
# The lines under “Erased:”. Variables: $count.
forget-done-follows =
    { $count ->
        [one] { $count } case you followed
       *[other] { $count } cases you followed
    }
forget-done-chat = the sealed number of this chat
forget-done-language = your language
forget-done-discreet = the setting for discreet mode
forget-done-quiet = your quiet hours
forget-done-digest = your wish for a weekly summary
forget-done-attendance =
    { $count ->
        [one] your word that you will attend { $count } hearing
       *[other] your word that you will attend { $count } hearings
    }
forget-done-alerts = your choice of reminders, and whether you are told first
forget-done-staff = the link of this chat to your staff account
forget-done-pending =
    { $count ->
        [one] { $count } message that was on its way
       *[other] { $count } messages that were on their way
    }
forget-done-deleted =
    { $count ->
        [one] { $count } message in this chat
       *[other] { $count } messages in this chat
    }
forget-remains = Older messages remain on this phone. Delete this chat yourself. Telegram still knows that you used this bot.
forget-nothing = Nothing was stored about this chat.

## Privacy

privacy-title = What is stored about you
privacy-stored = Stored: the number of this chat, sealed; your language; the cases you follow; whether discreet mode is on; your quiet hours; when you get a weekly summary, if you do; which reminders you chose; whether you are told first, and what you are to the case, if you said so. In discreet mode also, sealed and for two days at most, which messages are to be deleted.
# Only where the campaign lets people say that they will attend (button-attend).
privacy-attendance = If you tap “I will attend”: a mark that is only counted, another one for each hearing, erased after the day.
privacy-not-stored = Not stored: your name, your user name, your phone number, what you write. What you write is read once, to answer you, and then deleted.
privacy-how-long = How long: until you erase it. /forget erases it at once.
privacy-staff = Staff of the campaign see how many people follow a case, not who. No screen and no export shows your chat.
privacy-telegram = Telegram knows that you use this bot, and keeps the messages in this chat. Whoever opens your phone can read them. We cannot change that.
privacy-groups = In a group, all members see what the bot writes there.

## Discreet mode

discreet-explain =
    Discreet mode is for a phone that others may look into. Messages then say only “Update available”, without names and without the court. You tap to read, and the text is deleted after reading, at the latest before two days have passed.

    It hides the text, not that you use this bot: Telegram and whoever opens this chat can see that.
discreet-state =
    { $state ->
        [on] Discreet mode is on.
       *[off] Discreet mode is off.
    }
discreet-turned-on = Discreet mode is on. Messages that are already here stay: delete them yourself if you need to.
discreet-turned-off = Discreet mode is off. Messages come with their full text again.
# The whole message in discreet mode: it must tell a stranger nothing.
discreet-notice = Update available
# Under the text once shown. Variables: $when – the moment of deletion.
discreet-deletes-at = This message is deleted when you tap “Delete now”, at the latest on { $when }.
discreet-deleted = Deleted.
discreet-gone = This update is no longer available. /hearings shows what is next.

## Quiet hours

quiet-explain =
    In quiet hours the bot sends you nothing that can wait until they are over. What concerns a hearing that is a day away or less, or that was moved to an earlier time, comes at any hour; so does an arrest, a search, an attack or a demolition on the day that it happens.

    The hours go by the clock of the place where the case is: the bot does not know where you are.
# Variables: $hours – a span, as in quiet-span.
quiet-state-own = Your quiet hours: { $hours }
quiet-state-off = You have no quiet hours: messages come at any hour.
quiet-state-campaign = You have the quiet hours of the campaign: { $hours }
quiet-state-campaign-none = You have what the campaign has, and it has no quiet hours.
quiet-set = This counts for what is planned from now on. What already waits comes when it was going to.
# Hours of the clock, also on a button. Variables: $from, $to – times.
quiet-span = { $from }–{ $to }

## Reminders, and who is told first

alerts-explain = When a hearing is set, moved or cancelled you are told in any case. Here you choose how long before a hearing you are reminded, and whether you are told before the other followers.
# Variables: $times – a list of lead times, such as “7 days, 3 hours”.
alerts-state-campaign = Reminders before a hearing, as the campaign has it: { $times }
alerts-state-campaign-none = Reminders: as the campaign has it, and it sends none.
# Variables: $times – as above.
alerts-state-own = Reminders before a hearing, as you chose: { $times }
alerts-state-changes = No reminders: you are told only what changes.
alerts-state-first = You are told before the other followers.
alerts-state-not-first = You are told together with the other followers.
alerts-state-standing =
    { $standing ->
        [observer] You are told before the followers, as an observer of the trial.
        [lawyer] You are told before the followers, as a lawyer.
       *[press] You are told before the followers, as a member of the press.
    }
alerts-set = Kept. It counts for what falls due from now on.

## The weekly summary

# The page of /digest.
digest-explain = Once a week the bot can send you one message about all the cases you follow: what happened, and what is next. It comes beside the other messages, not in their place. The hour goes by the clock of the campaign, and your quiet hours count.
digest-state-off = You get no weekly summary.
# Variables: $when – as in digest-slot.
digest-state-on = You get a summary every week: { $when }
# A day of the week and an hour, also on a button. Variables: $weekday, $time.
digest-slot = { $weekday }, { $time }
# Above the summary of a week.
digest-title = The past week in the cases you follow
# Variables: $what – as in incident-kind; $date.
digest-incident = { $what } ({ $date })
# Variables: $kind – of the hearing; $status; $when – date and time.
digest-hearing = { $kind }, { $when }: { $status }
# Variables: $kind – of the hearing; $when – date and time.
digest-hearing-new = Newly set: { $kind }, { $when }
# Variables: $kind – of the hearing; $when – date and time.
digest-hearing-changed = Changed: { $kind }, now { $when }
# What comes next. Variables: $kind – of the hearing; $when – date and time.
digest-next = Next: { $kind }, { $when }
# How many posts went out. Variables: $count.
digest-posts =
    { $count ->
        [one] { $count } post was published.
       *[other] { $count } posts were published.
    }
# In place of the incidents of a case with too much news for one message. Variables: $count.
digest-incidents =
    { $count ->
        [one] News of { $count } incident.
       *[other] News of { $count } incidents.
    }
# In place of the hearings that are new or changed. Variables: $count.
digest-hearings =
    { $count ->
        [one] News of { $count } hearing.
       *[other] News of { $count } hearings.
    }
# In place of the hearings that come next. Variables: $count.
digest-ahead =
    { $count ->
        [one] Next: { $count } hearing.
       *[other] Next: { $count } hearings.
    }
# Cases for which there is no room. Variables: $count.
digest-more =
    { $count ->
        [one] There is news in { $count } more case: /cases shows it.
       *[other] There is news in { $count } more cases: /cases shows them.
    }

## Help and things that go wrong

help-text =
    This bot tells you about people who are on trial for what they said.

    /cases – the cases; follow one, or stop following it
    /hearings – which hearings come next
    /language – change the language
    /discreet – messages without names, for a phone that others may see
    /quiet – hours in which nothing comes that can wait
    /digest – a summary once a week
    /alerts – when you are reminded of a hearing
    /privacy – what is stored about you
    /stop – stop all messages
    /forget – erase everything stored about this chat
# Below the list of commands, where the campaign has it switched on. Variables: $bot – “@” and the bot’s name.
help-inline = In any other chat, type { $bot } and the name of a case to share its card there.
help-unknown-input = The bot understands only commands and buttons; nobody reads what you write here. /help shows what it can do.
help-unknown-command = The bot does not know this command. /help shows the commands it knows.
# Variables: $limit – how many characters are allowed.
help-text-too-long =
    { $limit ->
        [one] This text is too long: at most { $limit } character. Nobody reads what you write here; /help shows what the bot can do.
       *[other] This text is too long: at most { $limit } characters. Nobody reads what you write here; /help shows what the bot can do.
    }
# Shown briefly when a button of an old message is tapped.
button-outdated = This button belongs to an older message and no longer applies. /cases shows how things stand.
error-ours = Something failed on our side. Nothing is lost: the bot tries again by itself.
# After several tries.
error-given-up = Something you asked for could not be done; the fault was on our side. Please ask for it again.
private-only = This works only in a private chat with the bot.

## Groups and channels

# Variables of the texts below: $chat – where it is written.
group-off =
    { $chat ->
        [group] Following cases in groups is switched off by the campaign, because it shows who belongs. You can follow in a private chat with the bot.
       *[channel] Following cases in channels is switched off by the campaign, because it shows who belongs. You can follow in a private chat with the bot.
    }
group-admins-only =
    { $chat ->
        [group] Only the admins of this group can do that.
       *[channel] Only the admins of this channel can do that.
    }
group-warning =
    { $chat ->
        [group] Everybody in this group, and whoever opens a member’s phone, can see that this group follows the case.
       *[channel] Everybody who reads this channel can see that it follows the case.
    }
group-choose-case =
    { $chat ->
        [group] Which case should this group follow?
       *[channel] Which case should this channel follow?
    }
group-choose-case-to-unfollow =
    { $chat ->
        [group] Which case should this group stop following?
       *[channel] Which case should this channel stop following?
    }
# When the bot is added. Variables: $campaign – the campaign's name.
group-welcome =
    { $chat ->
        [group] This is the bot of { $campaign }. Admins can choose with /follow which case this group follows. Everybody in the group sees that.
       *[channel] This is the bot of { $campaign }. Admins can choose with /follow which case this channel follows. All readers see that.
    }
# Variables: $case – its name.
group-followed =
    { $chat ->
        [group] This group now follows: { $case }
       *[channel] This channel now follows: { $case }
    }
group-unfollowed =
    { $chat ->
        [group] This group no longer follows: { $case }
       *[channel] This channel no longer follows: { $case }
    }
group-follows-nothing =
    { $chat ->
        [group] This group follows no case.
       *[channel] This channel follows no case.
    }
group-stopped =
    { $chat ->
        [group] This group no longer follows any case. Nothing more is sent here.
       *[channel] This channel no longer follows any case. Nothing more is sent here.
    }
# What the bot can do where several people read.
group-help =
    { $chat ->
        [group] This bot can write here when a court sits in a case and when a hearing is moved. Admins of this group: /follow chooses a case, /unfollow ends it, /stop ends all. Everybody here can see which cases the group follows.
       *[channel] This bot can write here when a court sits in a case and when a hearing is moved. Admins of this channel: /follow chooses a case, /unfollow ends it, /stop ends all. Every reader can see which cases the channel follows.
    }

## Staff, in their private chat with the bot

staff-linked = This chat is now linked to your staff account. Texts that wait for your approval come here.
staff-code-wrong = This code is not right. Ask the coordinator for a new one.
staff-code-used = This code has been used or has expired. Ask the coordinator for a new one.
# Above the question about a text that has gone out to some, and whose approval counts no longer.
staff-post-again = The approval of this text no longer counts: whoever gave it has left, or something that it covers was changed. Some have it already; until somebody approves it anew, nobody else gets it.
# Variables: $case – its name; $language – name of the language.
staff-approval-title = To approve: a post on “{ $case }”, in { $language }
# Variables: $author – who wrote the text; $editor – who changed it last.
staff-approval-author = Written by { $author }, last changed by { $editor }
# The text itself follows after this line.
staff-approval-text-follows = This is the text, exactly as it will go out:
# In the question to whoever approves, and on its page.
staff-approval-undescribed = Nobody has said what the picture shows: the text was handed in as an emergency. Whoever cannot see the picture is told nothing of it.
# Variables: $alt – what the picture shows.
staff-approval-picture = The picture that goes out with the text. Its description for those who cannot see it: { $alt }
# When the post may go out. Variables: $from, $to – date and time.
staff-window-between = It goes out not before { $from } and not after { $to }.
staff-window-from = It goes out not before { $from }.
staff-window-until = It goes out when it is approved, not after { $to }.
staff-window-at-once = It goes out as soon as it is approved.
# Where a post goes beside its followers. Variables: $accounts – a list such as “@bray@example.social (Mastodon)”.
staff-approval-accounts = Also goes to: { $accounts }
# One of them. Variables: $parts – of how many posts the text takes there.
staff-approval-account =
    { $parts ->
        [1] { $handle } ({ $network })
        [one] { $handle } ({ $network }, { $parts } part)
       *[other] { $handle } ({ $network }, { $parts } parts)
    }
# What its networks are expected to take for that. Variables: $cost – an amount of money, such as US$0.20.
staff-approval-cost = Expected cost: { $cost }
# Until when only the press list may have it. Variables: $until – date and time.
staff-approval-embargo = Under embargo: contacts of the press list get it at once, everybody else not before { $until }.
# Variables: $warning – one of content-warning.
staff-approval-warning = Content warning: { $warning }
# Of what a reader is warned before a post opens (Mastodon’s content warning). Variables: $kind.
content-warning =
    { $kind ->
        [torture] torture
        [sexual_violence] sexual violence
        [death] death
        [suicide] suicide
       *[violence] violence
    }
# What a post is. Variables: $kind.
post-kind =
    { $kind ->
        [press_release] Press release
       *[update] Update
    }
# A line: how many approvals beside its author’s word a kind of post takes. Variables: $kind – one of post-kind; $needed – 1 or 2.
staff-approvals-kind = { $kind }: { $needed ->
        [one] { NUMBER($needed) } approval
       *[other] { NUMBER($needed) } approvals
    }
staff-button-risk = Approval by Telegram button: whoever holds this phone can approve. Telegram sees what you approve. Check the text, then decide.
staff-approved = Approved.
# Somebody approved a text that waits for somebody else as well. Variables: $given – approvals given; $needed – approvals it takes.
staff-approved-partly = Approved: { NUMBER($given) } of { NUMBER($needed) }. It goes out once another person has approved it too.
staff-rejected = Rejected. The author sees your decision.
# Why a decision was not accepted.
staff-refused =
    { $reason ->
        [own-text] You wrote or recorded this yourself. A second person has to approve it.
        [own-edit] You changed something of this text since it was last approved. Somebody who changed nothing of it has to approve it.
        [language-not-read] You have not declared that you read this language.
        [changed-since] This was changed after it was sent to you. The new version comes in a new message.
        [already-decided] This has been decided already.
        [approved-already] You have approved this already. Another person has to approve it too.
        [policy-changed] More approvals are needed by now than when this was handed in. It has to be handed in again.
        [case-waits] The case itself waits for a second person. Agree to it first, or ask somebody to.
        [not-in-review] This is no longer waiting for approval.
        [card-outdated] The facts have changed since the card was made. The post needs a new card.
        [window-past] The time in which this was to go out is over.
        [key-needed] In the console this is decided with your key: open it there.
        [key-refused] The key was not accepted. Try again.
        [consent-missing] Consent to what this tells of health or torture is missing, or was withdrawn.
       *[not-an-approver] Your account may not approve this.
    }
# Variables: $case – its name.
staff-hearing-title = To approve: a change to a hearing in the case “{ $case }”
staff-hearing-new-title = To approve: a new hearing in the case “{ $case }”
staff-hearing-recorded-by = Recorded by { $author }
# What an approval of facts leads to: a message now; the reminders to come; or neither.
staff-facts-then =
    { $told ->
        [at-once] After your approval the followers are told at once.
        [reminded] After your approval nobody is told of it at once. The reminders to come say it.
       *[nothing] After your approval nobody is told of it.
    }
# When the last of the followers is told, after an approval. Variables: $lasts – how long it takes, such as “25 minutes”.
staff-reach-last =
    { $how ->
        [longer] The last of them is told more than { $lasts } later.
       *[about] The last of them is told about { $lasts } later, or after that if something more pressing goes out meanwhile.
    }
# Who waits although others are told at once.
staff-reach-quiet = Whoever has quiet hours is told when these are over.
# Before the question about a hearing whose approval counts no longer. Variables: $case – its name.
staff-hearing-again = The approval on which a hearing in the case “{ $case }” rests no longer counts: whoever gave it has left, or a name was changed. Until somebody approves it anew, nobody is reminded of it. Compare it with its source.
# Below "Recorded by": it was no person but a partner's program that watches a court's page.
staff-hearing-by-partner = Reported by a partner’s monitor. Nobody in the campaign has checked it yet.
# Variables: $partner – its name; $case – the case's name.
staff-hearing-differs = { $partner } reports otherwise, in the case “{ $case }”
staff-hearing-differs-then = A change of this hearing already waits for approval. Ask the court which is right, then decide on it.
# Everyone who may decide is called several times. Variables: $nth – which call this is; $of – how many there are.
staff-hearing-call = Call { NUMBER($nth) } of { NUMBER($of) }.
# What happens if nobody decides within a few minutes after the last call.
staff-hearing-unanswered =
    { $cameTo ->
        [told] If nobody decides within minutes, the followers are told of the earlier time, marked as not yet confirmed by a second person.
       *[withheld] Until somebody decides, the followers are told nothing.
    }
# After the last call nobody has decided.
staff-hearing-wait-over =
    { $cameTo ->
        [told] Nobody has decided. The followers are being told of the earlier time, marked as not yet confirmed by a second person. Your decision is still needed: they are then told that it is confirmed, or that it was wrong.
       *[withheld] Nobody has decided. The followers are told nothing: only a move to an earlier time, recorded by the lawyer or the coordinator, goes out on one person’s word. Your decision is still needed.
    }
# To whoever recorded the change. Variables: $case – its name.
staff-hearing-undecided = Your change to a hearing in the case “{ $case }”
# When less than a day is left. Variables: $hours – until the hearing.
staff-hearing-urgent =
    { $hours ->
        [one] Less than { $hours } hour to go. All approvers are being called.
       *[other] Less than { $hours } hours to go. All approvers are being called.
    }
staff-hearing-approved = Approved. The change is in effect, and the followers are being told.
staff-hearing-rejected = Rejected. What was known before stays in effect.
# To whoever recorded it. Variables: $what – of what; $name – who decided; $case – its name.
staff-recorded-decided =
    { $what ->
        [hearing-approved] { $name } approved what you recorded of a hearing in the case “{ $case }”. It is in effect.
        [hearing-rejected] { $name } rejected what you recorded of a hearing in the case “{ $case }”. What was known before stays in effect.
       *[incident-rejected] { $name } rejected what you recorded of an incident in the case “{ $case }”. What was known before stays in effect.
    }
# Variables: $case – its name.
staff-incident-new-title = To approve: an incident in the case “{ $case }”
# A change of one. Variables: $case – its name.
staff-incident-title =
    { $amendment ->
        [adds] To approve: more about an incident in the case “{ $case }”
        [corrects] To approve: the correction of an incident in the case “{ $case }”
       *[withholds] To approve: private facts of an incident in the case “{ $case }” are taken back
    }
# Variables: $was – a fact as it is in effect now.
staff-incident-was = In effect now: { $was }
# Of an incident that is taken back altogether.
staff-incident-retracted = It did not happen as it was told. Followers are told so.
# Variables: $what – a list of what takes consent.
staff-incident-consent = It tells of: { $what }. Consent is on record.
# The news of an incident came too late to be sent. Variables: $case – its name.
staff-incident-expired = Not sent: the news of an incident in the case “{ $case }”
# Somebody asks to stop or start what is going out; it takes a second person. Variables: $case – its name.
staff-broadcast-asked =
    { $what ->
        [alert-pause] To agree: pause the notice that is going out in the case “{ $case }”
        [alert-cancel] To agree: cancel what is left of the notice in the case “{ $case }”
       *[post-resume] To agree: let the post on “{ $case }” go on
    }
# Variables: $name – who asked; $until – date and time.
staff-broadcast-asked-by = Asked by { $name }. It takes a second person; the request lapses: { $until }.
# What follows from agreeing.
staff-broadcast-asked-then =
    { $what ->
        [alert-pause] Until somebody lets it go on, nobody else is told.
        [alert-cancel] Nobody else is told.
       *[post-resume] It goes to everybody who has not got it yet.
    }
# Somebody has stopped or started what is going out. Variables: $case – its name.
staff-broadcast-done =
    { $what ->
        [post-pause] Paused: the post on “{ $case }”. Nobody else gets it until two people let it go on.
        [post-resume] Goes on: the post on “{ $case }”.
        [post-cancel] Cancelled: what was left of the post on “{ $case }”. Nobody else gets it.
        [digest-pause] Paused: the weekly summary. Nobody else gets it until somebody lets it go on.
        [digest-resume] Goes on: the weekly summary.
        [digest-cancel] Cancelled: what was left of the weekly summary. Nobody else gets it.
        [alert-pause] Paused: the notice in the case “{ $case }”. Nobody else is told until somebody lets it go on.
        [alert-resume] Goes on: the notice in the case “{ $case }”.
       *[alert-cancel] Cancelled: what was left of the notice in the case “{ $case }”. Nobody else is told.
    }
# Variables: $names – a list of one person, or of two who agreed.
staff-broadcast-done-by = By { $names }.
# Why an agreement was not accepted.
staff-broadcast-refused =
    { $reason ->
        [own-request] You asked for this yourself. A second person has to agree.
        [request-lapsed] Nobody waits for your agreement any more: the request has lapsed, or was taken back.
       *[action-impossible] This can no longer be done: it has gone out, or was cancelled meanwhile.
    }
# The sender has halted what is going out, after too many faults. Variables: $case – its name.
staff-broadcast-halted =
    { $kind ->
        [alert] Halted: the notice in the case “{ $case }”. It fails again and again, and nobody else is told.
        [digest] Halted: the weekly summary. It fails again and again, and nobody else gets it.
       *[post] Halted: the post on “{ $case }”. It fails again and again, and nobody else gets it.
    }
staff-broadcast-halted-then = The list of broadcasts says which fault it is. Once that is mended, it can be resumed.
# Posts of the whole campaign: stopped, asked to go on, going on.
staff-pause-all =
    { $what ->
        [paused] Paused: all posts. None goes out until two people start them again. Hearing notices go on.
        [asked] To agree: start all posts again. It takes a second person.
       *[lifted] All posts go out again.
    }
# The same for one case. Variables: $case – its name.
staff-pause-case =
    { $what ->
        [paused] Paused: posts on { $case }. None goes out until two people start them again. Hearing notices go on.
        [asked] To agree: start posts on { $case } again. It takes a second person.
       *[lifted] Posts on { $case } go out again.
    }
# The stop switch for posts, in the bot and in the console: nothing is stopped.
pause-running = Posts go out.
# Variables: $name – who did it; $since – date and time.
pause-standing = All posts are paused, by { $name }, since { $since }. Hearing notices go on.
# The same for one case. Variables: $case – its name.
pause-case-standing = Posts on { $case } are paused, by { $name }, since { $since }.
# Variables: $name – who asked; $until – date and time.
pause-asked = { $name } wants to start again. It takes a second approver; the request lapses: { $until }.
# Below the switch, in the bot.
pause-explain = One person stops posts; two approvers start them again. /pause shows this switch again.
# Above a list of cases, one of which is to be stopped.
pause-choose-case = Posts of which case should stop?
# Somebody wants to start again what two others have started meanwhile.
pause-gone = This is not paused any more.
# One tap of one person stops everything.
button-pause-all = Pause all posts
# Leads to a list of cases.
button-pause-one = Pause one case
# It takes two people.
button-pause-lift = Start again
# The second person agrees that posts go out again.
button-pause-agree = Agree: start again
# In place of text and buttons once there is a staff site; its address follows on a line of its own.
staff-approval-in-console = You read and decide on it in the console, with your key:
# Somebody on the staff has joined another chat than before. Variables: $name – of that person.
staff-chat-moved = { $name } now decides on facts from another Telegram chat than before. If { $name } knows nothing of it, end that person’s access and look at what was decided.
# Variables: $name – who did it; $places – a list of names in Telegram, such as “@reserve_bot”.
staff-reserve-changed =
    { $what ->
        [set] { $name } named what followers turn to when the bot falls silent: { $places }
       *[none] { $name } took away what followers turn to when the bot falls silent.
    }
# Somebody named it, and it waits for a second person. Variables: $name – who named it; $places – as above.
staff-reserve-asked = { $name } wants followers to turn to this when the bot falls silent: { $places }. They are told of it once a second person has agreed, within 24 hours. Look for yourself who runs it: whoever names a false place leads every follower there.
# Somebody opened a case. Variables: $name – who did it; $case – its name.
staff-case-opened = { $name } opened the case “{ $case }”. Nobody outside the staff is told of it until a second person has agreed to its words.
# A second person agreed to it. Variables: $case – its name.
staff-case-agreed = Whoever asks the bot is shown the case “{ $case }” from now on.
# Somebody closed a case, or opened it again. Variables: $name – who did it; $case – its name.
staff-case-closed =
    { $what ->
        [closed] { $name } closed the case “{ $case }”. What was still to go out about it is taken back, and nothing new is recorded in it until somebody opens it again.
       *[open] { $name } opened the case “{ $case }” again.
    }
# Somebody changed the lead times of the campaign. Variables: $name – who did it; $times – a list of lead times, such as “7 days, 3 hours”.
staff-reminders-changed = { $name } changed when followers who chose nothing else are reminded of hearings. From now on: { $times }
# Somebody changed how many approvals posts take; below follow lines of staff-approvals-kind. Variables: $name – who did it.
staff-approvals-changed = { $name } changed how many approvals a post needs beside its author. From now on:
# Somebody wants fewer approvals; below follow lines of staff-approvals-kind. Variables: $name – who asked for it.
staff-approvals-asked = { $name } asks that posts need fewer approvals beside their author. It takes a second coordinator or admin within half an hour. Then it would be:
# Below those lines, when anything was taken back.
staff-approvals-drafts = What had been handed in under the rule before and has not gone out is a draft again. Look at it and hand it in anew.
# Who did something at the machine, without a name: stands for $name at the beginning of “staff-reserve-changed”.
staff-operator = The operator at the machine
# Somebody on the staff has lost all keys, and two others vouch for them. Variables: $name – of that person.
staff-replacement =
    { $what ->
        [asked] New keys are wanted for { $name }, who is said to have lost theirs. A second person has to agree in the console; anybody can object there.
        [agreed] New keys for { $name } were agreed to. They count in 24 hours; until then anybody can object in the console.
       *[dropped] Somebody objected: there are no new keys for { $name }.
    }
# Two people name a colleague in advance who takes over roles when others are gone. Variables: $name – of that colleague; $roles – a list.
staff-succession =
    { $what ->
        [named] { $name } is proposed to take over when others are gone: { $roles }. A second person has to agree in the console; anybody can object there.
        [agreed] { $name } is named to take over when others are gone: { $roles }.
        [called] { $name } was asked to take over: { $roles }. It counts in 24 hours; until then anybody can object in the console.
        [uncalled] Somebody objected: { $name } does not take over for now: { $roles }.
        [dropped] Somebody objected: { $name } is no longer named to take over: { $roles }.
        [doubted] One of the two who named { $name } to take over is no longer there for it: { $roles }. It lapses in 7 days unless somebody confirms it in the console; anybody can object there.
        [confirmed] Confirmed: { $name } takes over when others are gone: { $roles }.
        [confirmed-once] One has confirmed that { $name } takes over when others are gone: { $roles }. The words of both who named them are gone: it lapses unless a second person confirms it in the console too.
        [lapsed] Nobody confirmed it in time: { $name } is no longer named to take over: { $roles }.
       *[taken] { $name } has taken over: { $roles }.
    }
# A text that was approved cannot go out as it stands. Variables: $case – its name; $languages – names of languages.
staff-post-unapproved = Back to draft: the post on “{ $case }” in { $languages }. Its approval no longer counts: whoever gave it has left, or something was changed since. It has to be submitted and approved anew.
# Telegram refuses a text in one language only. Variables: $case – its name; $language – name of the language.
staff-text-halted =
    { $kind ->
        [alert] Not sent in { $language }: the notice in the case “{ $case }”. Telegram refuses this text, and its readers are not told.
        [digest] Not sent in { $language }: the weekly summary. Telegram refuses this text, and its readers do not get it.
       *[post] Not sent in { $language }: the post on “{ $case }”. Telegram refuses this text, and its readers do not get it.
    }
# On top of a mail to the press list, before others may publish. Variables: $until – date and time in the reader’s zone;
# $utc – the same moment in UTC, such as 2026-12-01T10:00Z.
press-embargo = Under embargo: do not publish before { $until }, that is { $utc }.
# Ends each mail to journalists; an address to open follows it.
press-farewell = You get this since you agreed to be on our press list. To get nothing more:
# The page behind that address.
press-leave-question = Do you want no more mail from our press list?
press-leave-button = No more mail
press-left = You get no more mail from us, and we have deleted your address.
# Nothing goes out on an account any more. Variables: $handle – the account's name on its network; $network – the network's name, such as Mastodon.
staff-account-stopped =
    { $state ->
        [paused] Paused after several failures in a row: the account { $handle } on { $network }. What is planned there waits until somebody resumes it.
        [budget] Paused: the account { $handle } on { $network } has no budget left this month for what comes next. What is planned there waits until the budget is raised or the month is over, and somebody resumes it.
        [suspended] Suspended: { $network } has closed our account { $handle }. What is planned there waits until { $network } opens it and the account is connected again.
        [expired] Ended: our credentials for the account { $handle } on { $network } have expired, or somebody took them back there. What is planned there waits until somebody makes new ones there and connects the account again.
       *[disconnected] Disconnected: { $network } no longer takes our credentials for { $handle }. What is planned there waits until the account is connected again.
    }
# Sent days ahead. Variables: $handle, $network – as above; $end – date and time.
staff-account-ends = Soon ending: our credentials for the account { $handle } on { $network }. They count until { $end }. Make new ones and connect the account again before that; otherwise what is planned there waits.
# Below that an account was suspended; the text itself follows, in each language of the campaign.
staff-notice-prepared = This is prepared for the other accounts. Hand it in as a post: it goes out once a second person has approved it.
# Prepared for readers elsewhere. Variables: $handle – the account; $network – such as Mastodon; $places – a list of our other accounts.
notice-account = { $network } has suspended our account { $handle }. You find us here: { $places }
# The same for the bot. Variables: $handle – its name; $places – a list of names in Telegram.
notice-bot = Telegram no longer takes anything from our bot { $handle }. News of hearings now comes here: { $places }
# Something did not go out on an account, or may not have. Variables: $handle, $network – as above; $case – its name.
staff-account-delivery =
    { $why ->
        [failed] Not published on { $network }, account { $handle }: the post on { $case }. The network refused it.
        [unknown] It is not known whether the post on { $case } stands on { $network }, account { $handle }. Look at the account, then record what you saw.
        [too-late] Not published on { $network }, account { $handle }: the post on { $case }. Its time had passed.
        [case-closed] Not published on { $network }, account { $handle }: the post on { $case }. The case was closed.
       *[unapproved] Stopped before { $network }, account { $handle }: the post on { $case }. No approval covers exactly what would have gone out.
    }
# An alert came too late to be sent. Variables: $case – its name.
staff-alert-expired =
    { $kind ->
        [announced] Not sent: the news of a hearing in the case “{ $case }”
        [reminder] Not sent: a reminder of a hearing in the case “{ $case }”
        [changed] Not sent: the change of a hearing in the case “{ $case }”
        [cancelled] Not sent: the cancellation of a hearing in the case “{ $case }”
        [no_outcome] Not sent: the word that nothing is known of a hearing in the case “{ $case }”
        [confirmed] Not sent: the confirmation of a move in the case “{ $case }”
        [corrected] Not sent: the correction of what was told in the case “{ $case }”
       *[outcome] Not sent: the outcome of a hearing in the case “{ $case }”
    }
# Variables: $due – date and time.
staff-alert-expired-why = Due: { $due }. It could not leave in time, and would be of no use now. The followers were not told.
# Several came too late, most often in one outage. Variables: $count – how many.
staff-alerts-expired-title =
    { $count ->
        [one] { $count } alert came too late and was not sent
       *[other] { $count } alerts came too late and were not sent
    }
# Variables: $due – date and time.
staff-alerts-expired-due = Due: { $due }
# Behind the first of them. Variables: $count – how many others there are.
staff-alerts-expired-more =
    { $count ->
        [one] And { $count } more; all of them are listed in the administration.
       *[other] And { $count } more; all of them are listed in the administration.
    }
staff-alerts-expired-why = They could not leave in time, and would be of no use now. The followers were not told.
# Variables: $languages – a list of language names.
staff-catalogues-unchecked = No native reader has checked the bot’s own texts in: { $languages }

## The console, where staff work in a browser

console-title = Staff console
# The first link of every page, for who uses a keyboard.
console-skip = Skip to the content
# Names the list of pages for who cannot see it.
console-nav = Pages
console-sign-out = Sign out
# Above the list of languages.
console-language = Language
# The button behind a list from which one is chosen.
console-choose = Choose
console-waiting-title = What waits for me
console-keys-title = My keys
# Names the stop switch for who cannot see it.
console-pause-title = Stop switch for posts
# What was just done.
console-note =
    { $what ->
        [paused] Paused. Nothing of it goes out any more.
        [lift-asked] You asked to start again. A second approver has to agree.
        [lifted] Started again. What was held goes out.
        [approved] Approved, signed with your key.
        [approved-partly] Approved, signed with your key. It goes out once another person has approved it too.
        [rejected] Rejected. The author sees your decision.
        [key-added] The key was added.
        [key-removed] The key was removed.
        [signed-out] You are signed out.
        [saved] Saved.
        [submitted] Handed to a second person.
        [withdrawn] Taken back.
        [retracted] Retracted. What can be taken down is being taken down; this page says how far that is.
        [asked] Asked. A second person has to agree.
       *[done] Done.
    }
# Why something was not done. What waits for approval has its own reasons above (staff-refused).
console-refused =
    { $reason ->
        [key-needed] This is decided with a key only, in the console.
        [key-refused] The key was not accepted. Try again, with a key that you added here.
        [key-known] This key was added before. Take another one.
        [second-key-missing] It takes two keys of your own to approve this, and you have one. Add another one on the page “My keys”, on another device, and try once more.
        [last-key] This is your last key. Add another one first.
        [sign-in-again] It is more than five minutes since you showed a key. Sign out and in again, then try once more.
        [challenge-lapsed] That took too long, or was sent twice. Try again.
        [too-many-tries] Too many tries. Wait five minutes, then try again.
        [role-missing] Your roles do not allow this.
        [pause-unknown] This is not paused any more.
        [unknown] It is not there any more, or never was.
        [changed-since] It was changed meanwhile. Look at it as it stands now.
        [window-past] The time in which this was to go out is over.
        [end-past] The time in which it may go out is over. Choose a later end, or none.
        [start-past] The start is over already. Choose a later one, or none: then it goes out once it is approved.
        [window-empty] It would end before it begins. Choose an end that is later than the start.
        [embargo-past] The embargo would be over already. Choose a later time, or none.
        [embargo-outside-window] Nobody would get it under the embargo, or nobody after it. Choose a time after the start and before the end.
        [other-site] This form was not sent from its own page. Open the console again.
        [incomplete] Something is missing, or was written in a way that we cannot read.
        [own-keys] Nobody vouches for themselves. Ask two colleagues.
        [own-request] You asked for this yourself. A second person has to agree.
        [succession-waits] It does not count yet: a day has to pass in which anybody can object.
        [request-lapsed] This request has lapsed, was agreed to, or was taken back.
        [telegram-name-unusable] There can be no such name in Telegram: 5 to 32 Latin letters, digits and underscores; that of a bot ends in “bot”.
        [source-missing] Say who reported this.
        [zone-unknown] There is no such time zone. Write it as area and city.
        [date-malformed] There is no such day or time. Look at it again.
        [date-missing] Give the date, or record the hearing as postponed.
        [hearing-past] This time is over. Check date and zone; a hearing that is over is recorded as held.
        [hearing-ahead] That day is still to come. A hearing is recorded as held once it has taken place.
        [incident-ahead] This time is still to come. An incident is what has happened.
        [court-missing] Name the court in one language at least.
        [what-missing] Say in one language at least what happened.
        [result-not-held] Only a hearing that was held has rulings or is adjourned. Record it as held, or as postponed without them.
        [next-hearing-unfit] The next hearing needs a date that is ahead, and a time that exists.
        [next-hearing-made] The next hearing is on record by now. Change it there.
        [postponed-with-date] With a new date it is scheduled: followers are told of the change and reminded.
        [person-unknown] Choose a person of this case.
        [account-disconnected] This account is disconnected. Whoever connects accounts has to connect it again.
        [not-resendable] These are not sent once more.
        [broadcast-stands] This stands still. Let it go on first.
        [overtaken] Followers know newer facts by now. The old ones are not sent once more.
        [approval-gone] The approval of this text no longer counts. Somebody has to approve it again.
        [alt-missing] The picture has no words yet for who cannot see it.
        [card-missing] Its card was made before this text was written. Make the card again.
        [card-outdated] The facts have changed since the card was made. Make the card again.
        [facts-not-in-effect] Nothing of it is in effect yet, or it was taken back. A card shows only what a second person has approved.
        [card-needs-consent] It tells of health or torture. A consent to that can be withdrawn, and a picture cannot: write it as a text.
        [card-too-long] Too much stands on it to be read. Choose fewer words.
        [card-undrawable] There is no letter for one of its signs in our fonts. Write it in letters of our languages, and without little pictures.
        [quote-missing] The quotation is missing in one of the post’s languages.
        [no-text] Nothing is written in it yet.
        [not-editable] What has gone out can no longer be changed. Write a new post that says what was wrong.
        [not-submittable] Only a draft is handed over. Change the text first, and it is one.
        [not-withdrawable] What has gone out is retracted on the post’s page. Write a new post that says what was wrong.
        [case-closed] The case is closed. Open it again first, or choose another one.
        [name-unusable] This cannot be a name. Write it with letters or digits.
        [roles-missing] Choose at least one role.
        [limited-to-cases] You work on some cases only, and this is about all of them.
        [admin-not-limited] An admin cannot be limited to cases: they could lift it themselves.
        [languages-missing] Choose at least one language that they read.
       *[failed] Something failed on our side. Try again; whoever runs the service finds the cause in its log.
    }
# A limit to cases is refused: nobody could confirm what happens in these. Variables: $cases – a list of short names.
console-refused-deciders = Fewer than two people would be left to decide on the facts of: { $cases }. Let two with a linked chat work on each case first.
# Somebody is named who is shown to readers by role only.
console-refused-name =
    { $where ->
        [alt] The words for the picture name somebody who appears by role only. Write “a minor”, “a witness” or “a victim” instead.
        [card] The card would name somebody who appears by role only. Write “a minor”, “a witness” or “a victim” instead.
       *[text] The text names somebody who appears by role only. Write “a minor”, “a witness” or “a victim” instead.
    }
# Variables: $account – an account with its network; $language – the language's name.
console-refused-account-text = { $account } posts in { $language }, and the post has no text in it. Write one first.
# Variables: $account – an account with its network.
console-refused-account-disconnected = { $account } is disconnected, or its credentials have ended: nothing would go out there. Have it connected again, or take it off the post.
# What somebody wrote for who cannot see the picture. Variables: $length and $limit – numbers of characters.
console-refused-alt =
    { $fault ->
        [too-long] The words for the picture are too long: { $length } characters, { $limit } at most. Shorten them.
       *[unreadable] The words for the picture hold a sign that cannot be sent, or none that is seen. Type them again.
    }
# Why a file is not taken for the picture of a post. Variables: $limit – a number, of bytes with its unit, or
# nothing; $kinds – a list of kinds of files.
console-refused-image =
    { $why ->
        [image-empty] No file was chosen, or the file is empty. Choose a picture.
        [image-too-large] The file is larger than { $limit }. Save it smaller.
        [image-too-many-pixels] The picture has more than { $limit } million pixels. Make it smaller.
        [image-moves] The picture moves. Choose a single one of it.
        [image-too-narrow] One side of the picture is more than { $limit } times as long as the other. Cut it.
       *[image-unreadable] This is not a picture that we can read, whatever its name says, or it is damaged. Choose a whole picture: { $kinds }.
    }
# A text that a network does not take; nothing is ever cut. Variables: $account; $length and $limit – in the network's own unit.
console-refused-account-length =
    { $what ->
        [word-too-long] For { $account } one word is too long: { $length }, { $limit } at most. Shorten or divide it.
        [alt-too-long] For { $account } the words for the picture are too long: { $length }, { $limit } at most. Shorten them.
       *[post-too-long] For { $account } the text is too long: { $length }, { $limit } at most. Shorten it.
    }
# Variables: $account; $limit – a number.
console-refused-account-parts = For { $account } the text would take more than { $limit } parts. Shorten it.
# Variables: $account.
console-refused-account-image = { $account } does not take this picture. Leave it out, or choose another one.
# Variables: $account; $language – the language's name.
console-refused-account-language = The server of { $account } has no posts in { $language }. Whoever runs it has to add the language.
# Variables: $account; $cost, $budget and $left – amounts of money.
console-refused-budget = On { $account } this would cost { $cost }; of { $budget } for this month { $left } are left. Shorten it, or leave out addresses.
# Variables: $name – a colleague; $minutes – a number.
console-refused-claimed = { $name } has this text in hand, for { $minutes } min at most. Then you can take it over, or ask them to give it back. Nothing was changed.
console-refused-title = That was not done
console-back-home = Back to what waits for me
console-no-site-title = The console needs a domain of its own
# The setting itself stands below.
console-no-site = Staff sign in with passkeys, and these are bound to a domain. Whoever runs the service writes its address into this setting and starts the service again. Until then texts are approved by Telegram button.
console-sign-in-title = Sign in
console-sign-in-how = Have one of your keys at hand. Your device asks for your finger, your face or a PIN; none of these leaves it.
console-sign-in-button = Sign in with a key
# Where JavaScript is off, or the browser is too old.
console-script-needed = Your key can be reached through JavaScript only. Switch it on for this address, or take a newer browser.
# The device or the person broke it off.
console-key-failed = Nothing was signed. Try again, or take another key.
# Variables: $name – of the person who was invited.
console-invitation-title = Welcome, { $name }
console-invitation-how = Add your first key here. It stays on this device, or in the service that keeps your keys; only its public half reaches us. Then add a second one, on another device: whoever loses all keys waits a day for new ones.
console-invitation-button = Add my first key
console-invitation-gone = This link was used, has expired, or was replaced by a newer one. Ask whoever invited you for another.
# After a loss of keys everybody has a day to object. Variables: $from – date and time.
console-invitation-waits = This link can be used from { $from } on. Until then everybody on the staff can object.
console-keys-why = Everybody has two keys at least, on two devices. Whoever loses all of them waits a day for new ones.
# Shown on every page until there are two.
# Variables: $from – date and time.
console-keys-one = You have one key only. Add a second one, on another device: from { $from } on you can approve nothing without it.
console-keys-one-due = You have one key only, so you can approve nothing. Add a second one, on another device.
console-keys-add = Add a key
# Variables: $number – of the key in the list.
console-keys-remove = Remove key { $number }
# One key in a list. Variables: $number; $added – date and time.
console-key = Key { $number }, added: { $added }
# Variables: $at – date and time.
console-key-used = Last used: { $at }
# The key is kept by a service such as iCloud or Google.
console-key-copied = Kept by a service that copies it to your other devices
console-waiting-none = Nothing waits for you.
# Above what waits: Telegram takes nothing from our bot, so that it cannot tell staff itself. Variables: $since – date and time; $posts – how many posts wait for its channels.
console-bot-stopped = Telegram has taken nothing from our bot since { $since }: no alert, no message, no post to a channel goes out. Posts that wait for a channel: { $posts }. They go on when Telegram takes the bot again.
console-waiting-texts = Texts to approve
console-waiting-hearings = Facts of hearings to approve
console-waiting-incidents = Incidents to approve
# Heading of a list on the first page: what a second person has to agree to.
console-waiting-agreements = Waits for your agreement
# Behind what waits in it. Variables: $name – who asked.
console-waiting-by = Asked for by { $name }
# What the person wrote and handed to others.
console-waiting-own = What you wrote and others decide on
# Heading of a list on the first page.
console-waiting-undescribed = Pictures that nobody has described
console-waiting-drafts = Your drafts
# Variables: $at – date and time.
console-waiting-since = Since { $at }
# Behind a text that has gone out in part, and whose approval counts no longer.
console-waiting-again = To be approved anew
# Leads to a post in one language. Variables: $case – name of the case; $language – name of the language.
console-post-link = { $case } – { $language }
# Variables: $given – approvals given; $needed – approvals that it takes.
console-approvals = { NUMBER($given) } of { $needed ->
        [one] { NUMBER($needed) } approval
       *[other] { NUMBER($needed) } approvals
    }
# A text that fewer people may approve than it takes; said where it is listed and where it is decided on.
console-approvals-stuck = Fewer people are left who may approve this text than it takes: the others who read its language began it, or changed it since it was last approved. Let somebody else become an approver who reads it, or let one person begin it anew as a post of their own.
console-covers-title = What your approval covers
console-field-case = Case
console-field-kind = Kind
console-field-author = Written by
console-field-when = When
console-field-where = Where to
console-target-telegram = Followers of the case, on Telegram
# A row of characters that stands for exactly this content.
console-field-hash = Fingerprint
# What the picture shows, in words.
console-field-image = Picture
# Variables: $language – name of the language.
console-text-title = The text in { $language }, as readers get it
# Variables: $language – name of the language.
console-source-title = Translated from this text ({ $language })
console-changes-title = What differs from what was approved before
console-changes-none = Nothing of it was approved before.
# Before words that are gone, for who cannot see the colour.
console-change-removed = removed:
# Before words that are new, for who cannot see the colour.
console-change-added = added:
console-decide-title = Your decision
console-decide-how = Your key signs exactly what stands above. Any change voids it.
console-telegram-title = My Telegram chat
console-telegram-linked = A chat is linked: requests come there too.
console-telegram-none = No chat is linked. Requests are seen here only.
console-telegram-button = Make a link for my chat
# The link stands below.
console-telegram-how = Open this link in Telegram, in the chat that is to be yours. It works once, for a quarter of an hour.
console-posts-title = Posts
console-cases-title = Cases and hearings
console-broadcasts-title = Deliveries
console-calendar-title = Calendar
console-staff-title = Staff
# A page: how many approvals each kind of post takes.
console-policy-title = Approvals
console-policy-what = So many different people, beside whoever wrote it, have to approve each text before it goes out. One person can ask for more; fewer takes two, within half an hour. After a change, what was handed in and has not gone out is a draft again and has to be approved anew; everybody on the staff is told.
# Variables: $texts – how many a change makes drafts again.
console-policy-waiting =
    { $texts ->
        [one] { $texts } text was handed in and has not gone out.
       *[other] { $texts } texts were handed in and have not gone out.
    }
# Variables: $name – a colleague; $until – date and time.
console-policy-asked = { $name } asked for fewer. A second person can agree until { $until }.
# For who may not change it.
console-policy-whose = The coordinator or an admin who works on all cases changes this.
# The page of what followers turn to when the bot falls silent: heading, what it is, and what is said while there is none.
console-reserve-title = In reserve
console-reserve-what = Where followers turn when the bot falls silent: whoever begins is told of it. To name a place takes two people, within 24 hours; one takes a place away at once. Everybody on the staff is told.
console-reserve-none = Nothing stands in reserve.
# Labels of two fields, each for a name in Telegram.
console-reserve-bot = Second bot
console-reserve-channel = Channel
# Variables: $name – who named it; $places – a list of names in Telegram; $until – date and time.
console-reserve-asked = { $name } named: { $places }. A second person can agree until { $until }; before that no follower is told of it. Open it in Telegram and look who runs it.
# A button that drops what somebody named.
console-reserve-drop = Do not name it
# For who may not name one.
console-reserve-whose = The coordinator or an admin who works on all cases names it.
# Marks a case that one person has opened, in the list and on its page.
console-case-waits = Waits for a second person
# Below follow its words in all languages. Variables: $name – who opened it; $since – date and time.
console-case-opened = Opened by { $name }, { $since }. Until a second person has agreed, only the staff know of it; this is what readers would be shown:
# Labels of what stands there.
console-case-address = Short name in its address
console-case-persons = Persons
console-audit-title = Audit log
# The audit log: what was done, after the name of whoever did it. Variables: $verb – the verb, of which the log holds the code word.
console-audit-verb =
    { $verb ->
        [account-deliveries-expire] Post to an account came too late
        [account-deliveries-move] Post to an account moved to another time
        [account-deliveries-publish] Post to accounts planned
        [account-deliveries-record-retraction] Deletion on a network recorded
        [account-deliveries-refuse] Post to an account refused by the network
        [account-deliveries-retract] Post retracted
        [account-deliveries-retract-from-account] Post retracted from one account
        [account-deliveries-revive] Post to an account put back on its way
        [account-deliveries-see] Said where a post stands that goes on; a second person is missing
        [account-deliveries-settle] Decided whether a post stands on the network
        [account-deliveries-withdraw] Posts to accounts withdrawn
        [accounts-connect] Account connected
        [accounts-disconnect] Account disconnected
        [accounts-pause] Account paused
        [accounts-reconnect] Account connected anew
        [accounts-resume] Account started again, or asked for
        [accounts-set-budget] Budget of an account set
        [accounts-stop] Account stopped by the service
        [accounts-warn-of-end] Warned that the access to an account ends
        [alerts-dispatch] Alert sent out
        [alerts-replan] Alerts planned anew
        [backups-restore] Backup put back
        [bots-clear-stop] Bot works again
        [bots-ensure] Bot added
        [bots-record-stop] Telegram refuses the bot
        [broadcasts-act] Delivery paused, let go on or cancelled
        [broadcasts-ask] Asked to change a delivery
        [broadcasts-drop-request] Request about a delivery dropped
        [broadcasts-halt] Delivery halted by the service
        [broadcasts-resend] What did not arrive sent once more
        [campaigns-ask-approvals] Asked for fewer approvals
        [campaigns-ask-reserve] Asked to change where we are in reserve
        [campaigns-change] Campaign changed
        [campaigns-create] Campaign founded
        [campaigns-drop-approvals-request] Request for fewer approvals dropped
        [campaigns-drop-reserve-request] Request about the reserve dropped
        [campaigns-set-approvals] Number of approvals changed
        [campaigns-set-reserve] Reserve named
        [cases-agree] Agreed to a case
        [cases-close] Case closed
        [cases-create] Case opened
        [cases-import] Case imported
        [cases-record-event] Event of a case recorded
        [cases-reopen] Case opened again
        [consents-record] Consent recorded
        [consents-withdraw] Consent withdrawn
        [contacts-add] Press contact added
        [contacts-bounce] Mail to a press contact came back
        [contacts-end] Press contact ended
        [deliveries-halt-text] One language of a delivery halted
        [deliveries-recover] Sending taken over after a stop
        [deliveries-settle] Messages settled
        [deliveries-settle-calls] Replies settled
        [digests-dispatch] Weekly digest sent out
        [endpoints-add] Other system added
        [endpoints-gone] Other system gave up its address
        [endpoints-remove] Other system removed
        [hearings-adjourn] Hearing adjourned
        [hearings-ask-again] Asked again to decide on a hearing
        [hearings-decide] Hearing decided on
        [hearings-end-wait] Hearing no longer waited for
        [hearings-import] Hearings imported
        [hearings-record] Hearing recorded
        [hearings-revise] Hearing changed
        [hearings-ring] Called to decide on a hearing
        [incidents-decide] Incident decided on
        [incidents-record] Incident recorded
        [incidents-revise] Incident changed
        [invitations-accept] Invitation accepted
        [invitations-invite] Invited
        [keys-reseal] Sealed anew to a new key
        [media-add] Image uploaded
        [partners-add] Partner added
        [partners-add-secret] Secret of a partner made
        [partners-report] Partner reported a hearing
        [partners-revoke] Partner ended
        [partners-revoke-secret] Secret of a partner ended
        [passkeys-add] Key added
        [passkeys-remove] Key removed
        [pauses-ask] Asked to start posts again
        [pauses-drop-request] Request to start posts again dropped
        [pauses-lift] Posts started again
        [pauses-pause] Posts paused
        [posts-ask-again] Asked again to approve a text
        [posts-claim-text] Text taken in hand
        [posts-create] Post begun
        [posts-decide] Text approved or rejected
        [posts-edit] Text edited
        [posts-keep-from-readers] Text kept from readers
        [posts-publish] Text published
        [posts-release-text] Text let out of hand
        [posts-set-accounts] Accounts of a post set
        [posts-set-card] Card of a post set
        [posts-set-embargo] Embargo of a post set
        [posts-set-kind] Kind of a post changed
        [posts-set-photo] Image of a post set
        [posts-set-schedule] Time of a post set
        [posts-set-sheet] What all languages of a post share set
        [posts-set-warning] Content warning of a post set
        [posts-settle-alt] What an image shows settled
        [posts-submit] Text handed in
        [posts-withdraw] Text taken back
        [sessions-end] Signed out
        [sessions-refuse] Sign-in refused
        [sessions-sign-in] Signed in
        [staff-requests-agree] Agreed to a request about staff
        [staff-requests-ask] Request about staff made
        [staff-requests-drop] Request about staff dropped
        [staff-requests-void-link] Link that was made for somebody voided
        [staff-add] Staff member added
        [staff-create-link] Link to join a chat made
        [staff-issue-token] Token made
        [staff-limit-to-cases] Limited to some cases
        [staff-link-chat] Chat joined to a staff account
        [staff-revoke] Taken off the staff
        [staff-revoke-token] Token ended
        [staff-send-test] Test message sent
        [staff-set-language] Language chosen
        [staff-unlink-chat] Chat no longer joined
        [successions-agree] Agreed to a successor
        [successions-call] Successor called
        [successions-confirm] Successor confirmed
        [successions-doubt] Successor called into question
        [successions-name] Successor proposed
        [successions-object] Objected to a successor
       *[successions-take-over] Successor took over
    }
# The page of plots: followers, messages, how late alerts were.
console-statistics-title = In numbers
console-statistics-hint = People and messages are told to the nearest ten, once a day. Fewer than 20 are not told.
console-statistics-followers = Followers
# In the place of a number of people.
console-statistics-few = fewer than 20
console-statistics-cases = By case
console-statistics-languages = By language
# Variables: $day – a date.
console-statistics-hours = Messages by the hour on { $day }
console-statistics-hour = Hour
console-statistics-alerts = How late alerts were
console-statistics-alerts-hint = From the instant for which an alert was due to the first follower who had it.
# Heads of columns; below them stand durations such as "2.5 s".
console-statistics-half = Half of them within
console-statistics-most = 99 of 100 within
# Opens what a plot shows as a table.
console-statistics-table = As a table
# Leads to the page before in a list that begins with the newest.
console-older = Older
# An empty list.
console-none = There is nothing here yet.
console-post-new = Write a post
# Variables: $case – its name.
console-post-title = A post on { $case }
# Variables: $language – name of the language.
console-edit-title = Text in { $language }
console-edit-hint = An empty line begins a paragraph. Two asterisks around words make them bold, one italic.
console-edit-text = Text
console-edit-alt = What the picture shows, for who cannot see it
# On the page of what a post’s languages share: its one picture.
console-image-none = It has no picture.
# The label of the field for a file. Variables: $kinds – a list of kinds of files.
console-image-file = A picture: { $kinds }
# Variables: $size – with its unit; $pixels – a number.
console-image-hint = At most { $size } and { $pixels } million pixels. It is made anew, so that place, time and device do not go out with it. All languages share it, and each needs words for who cannot see it. All texts are drafts again.
# On its button.
console-image-use = Use this picture
# On another button.
console-image-remove = Take the picture away
# Below the name of a language.
console-image-undescribed = Nobody has said yet what the picture shows.
# On a button beside the one that hands a text in; below it what follows.
console-submit-undescribed = Hand in without saying what the picture shows
console-submit-undescribed-hint = Only in an emergency. The picture goes out without words for who cannot see it; whoever approves it sees that, and it stays among what waits for whoever writes this language until the picture is described or the post is retracted.
# Above a text that is out, its picture without a description.
console-undescribed-out = It has gone out, and nobody has said what its picture shows. Where a network allows it, add the words there by hand and say so on the post’s page; elsewhere only a new post with a described picture helps, once this one is retracted. Until then it stays among what waits.
# For whoever owes these words: they added them by hand where the post stands.
console-undescribed-settle = The words stand there by now
# What became of a post on one of its accounts, or of each of its parts there. A number may follow in brackets.
console-standing =
    { $standing ->
        [planned] waits for its turn
        [attempting] is going out now
        [stands] has gone out
        [unknown] may or may not have gone out
        [failed] did not go out
        [cancelled] will not go out
        [leaving] is being taken down
        [retracted] taken down
       *[stays] has gone out and stays there
    }
console-standing-title = On its accounts
# On a button: to take back what has gone out.
console-retract = Retract
console-retract-post = Retract the post
console-retract-title = Retract: what will happen
# What happens on one account when the post is retracted.
console-retract-will =
    { $will ->
        [stops] What waits there does not go out.
        [goes] What stands there is taken down.
        [seen] What may stand there is looked for, and taken down if it does.
       *[stays] What has gone out there stays: this network takes nothing back.
    }
console-retract-followers = Followers keep the messages that they have. Whoever still waits for it does not get it.
console-retract-waiting = Texts of this post that have not gone out yet still can. Take them back on the post’s page if they are not to.
console-retract-nothing = Nothing is left to be retracted.
# When a post is retracted from one account only.
console-retract-elsewhere = Everywhere else it stays, and followers get it as before.
# Variables: $at – date and time.
console-retracted-at = Retracted on { $at }. Whoever does not have it does not get it any more.
# Above the form that makes a card the picture of a post.
console-card-title = The card
# The label of a list: of which hearing or incident the card is.
console-card-of = Shows
# On its button.
console-card-make = Make the card
# Below it.
console-card-hint = Each language gets its own. All texts are drafts again.
# A page, and what leads to it: what a post’s languages share (kind, times, accounts).
console-sheet-title = What all languages share
# Above the button that saves. Variables: $languages – a list of languages.
console-sheet-voids = A change makes drafts again of what is written in: { $languages }.
# Variables: $count – a number.
console-sheet-void-count = Approvals that become void: { $count }
console-sheet-not-before = Not before
console-sheet-not-after = Not after
# Below the moment after which a post does not go out any more.
console-sheet-after-hint = Left empty: within three days.
console-sheet-embargo = Under embargo until
console-sheet-embargo-hint = Until then only contacts of the press list get it. Left empty: all get it at the same time.
# Below a date and time. Variables: $zone – the zone whose clocks count, such as Asia/Baku.
console-sheet-clock = By the clocks of { $zone }. Left empty: once it is approved.
# A choice among the values of content-warning, or nothing (the next message).
console-sheet-warning = Readers are warned of
console-sheet-none = nothing
console-sheet-accounts = Where it goes beside followers of the case
# Before each account a list of numbers.
console-sheet-accounts-hint = Give each account its turn: 1 goes first.
# Variables: $handle, $network – of an account; $language – in which it posts.
console-sheet-account = { $handle } ({ $network }), { $language }
console-sheet-gap = Minutes between two accounts
console-sheet-gap-hint = 0: all at once.
# Variables: $minutes – a number.
console-sheet-spread = { $minutes } min between two accounts
# Above what a colleague has set while this was written.
console-sheet-standing = As it stands by now
# Opens the fields for what somebody said, which is drawn as a picture.
console-quote = A quotation for a card
console-quote-words = What was said
console-quote-who = Who said it
# Of the words of a quotation, and of who said them.
console-quote-hint = In each language of the post, in the words that its readers see. Makes a picture for each.
# How much of the room is used. Variables: $length, $limit – numbers of characters.
console-edit-length = { $length } of { $limit } characters
# For whoever could approve the text that they write in. Variables: $then – stuck or others: whether enough people would be left who may.
console-edit-approver =
    { $then ->
        [stuck] If you save a change here, too few people are left who may approve this text.
       *[others] If you save a change here, you can no longer approve this text. Somebody else has to.
    }
console-edit-save = Save
console-edit-submit = Hand to a second person
# Above a colleague's text that was saved while another was being written. Variables: $name – the colleague.
console-edit-standing-title = What { $name } wrote meanwhile
# Behind a box to be ticked: one's own text is saved although the colleague's stands there by now.
console-edit-instead = I have read it: put my text in its place
console-edit-withdraw = Take back
# Above what a text would become for followers and on each account.
console-preview-title = As it would go out
# Variables: $account – an account with its network; $left, $limit – lengths as the network counts.
console-preview-left = { $account }: { $left } of { $limit } left
# A text that is too long for one post there. Variables: $account; $length, $limit; $parts – a number.
console-preview-parts = { $account }: { $length } of { $limit }, in parts: { $parts }
# Below a text that is being typed, as are the next four.
console-draft-kept = Kept as your draft. It is not saved yet.
console-draft-shown = You see your draft: it was kept, and is not saved yet.
console-draft-offline = No line. What you type is kept on this device, and sent as soon as there is one.
console-draft-restored = What you typed last was still on this device. Here it is again.
console-draft-signed-out = You are not signed in any more. What you typed is kept on this device: sign in, and open this page again.
# Beside each paragraph of the source, for who translates it. Variables: $number.
console-paragraph-title = Paragraph { $number }
# The source's paragraph was changed after it was translated; what differs stands below.
console-paragraph-changed = Changed since it was translated. Look whether the translation still fits.
# A paragraph of the translation of which the source has none any more.
console-paragraph-gone = The source has no such paragraph any more. Empty the field to leave it out.
# Behind a box to be ticked, under a paragraph whose source was changed.
console-paragraph-fits = It fits as it stands
# Variables: $all, $missing, $changed – numbers of paragraphs.
console-paragraph-tally = Paragraphs: { $all }. Not translated yet: { $missing }. Source changed since: { $changed }.
# Below a paragraph: numbers, times and names that stand in its source and not in it. Variables: $facts – a list.
console-paragraph-lacks = Not found in this translation: { $facts }. Look whether it says the same.
# Before the names, days, hours and addresses of a paragraph that its translation has to carry unchanged.
console-facts-title = Kept as in the source:
# Above the paragraphs. Variables: $time – such as “{10:30}”; $name – such as “{Emin Milli|Emins}”.
console-facts-hint = What the source says of names, days, hours and addresses stands in braces, like { $time }, and is filled in as each language writes it. A tap puts it into the paragraph. A name may be declined: { $name }.
# Puts what is missing or wrong back into the paragraph.
console-facts-back = Put it back
# Below a paragraph. Variables: $facts – a list; $how they differ from the source.
console-facts-differ =
    { $how ->
        [lost] Missing: { $facts }.
        [doubled] More often than in the source: { $facts }.
        [contradicting] The day of the week is not that of the date: { $facts }.
       *[altered] Not in the source: { $facts }.
    }
# Why a text was not saved. Variables: $number – of the paragraph; $faults – one or more of the four sentences above.
console-refused-facts = Paragraph { $number } does not say what its source says. { $faults } Nothing was saved.
# Who has a text in hand, while they write it: others cannot save it meanwhile. Variables: $name – a colleague; $until – date and time.
console-claim-other = { $name } has this text in hand until { $until }. After that you can take it over.
console-claim-over = { $name } had this text in hand until { $until }. You can take it over.
console-claim-own = You have this text in hand until { $until }; each time you save, for half an hour more.
console-claim-none = Nobody has this text in hand. Take it, so that no one else writes in it meanwhile.
console-claim-take = Take it in hand
console-claim-release = Give it back
console-claim-standing = In the hands of { $name } until { $until }
# The text cannot be sent as it is written. Variables: $line – a number; $remedy – one of the sentences below.
console-edit-unreadable = Line { $line }: { $remedy }
# What is wrong in a line of a text that somebody wrote, and what to do about it.
console-text-fault =
    { $fault ->
        [too-long] The text is far too long. Shorten it.
        [nested-too-deep] Lists have three levels at most. Write it with fewer.
        [malformed-text] It holds half of a character. Type the line again.
        [control-character] It holds a sign that nobody sees. Type the line again.
        [direction-override] It holds an unseen sign that turns the reading order round. Type the line again.
        [image] A picture does not stand in the text. Attach it to the post.
        [html] HTML is not taken. Write bold with two asterisks, and a link as […](https://…).
        [heading] A heading is not taken. Write it as a line in bold.
        [code] Backticks, or blanks that indent a line, are not taken. Remove them.
        [quote] Write a quotation in quotation marks, without > before it.
        [table] A table is not taken. Write it as a list.
        [rule] Leave an empty line instead of the rule.
        [reference-link] Write the address of the link in place: […](https://…).
        [link-without-words] Write the words of the link between its square brackets.
        [link-names-another-host] The words of the link name another site than its address. Let both name the same.
        [link-title] Remove the title in quotation marks after the address of the link.
        [link-not-absolute] Write the whole address of the link, with https:// before it.
        [link-scheme] Link only to http, https, mailto or tg addresses.
        [link-with-password] Remove the part before @ from the address of the link.
        [link-malformed] The address of the link is not one. Correct it.
       *[unsupported] Only paragraphs, bold, italic, links and lists are taken. Write it with these.
    }
# Variables: $length, $limit – numbers of characters.
console-edit-too-long = The text is too long: { $length } characters, { $limit } at most. Shorten it.
# Where a text stands.
console-text-state =
    { $state ->
        [draft] Draft
        [in_review] Waits for a second person
        [approved] Approved
        [scheduled] Approved, waits for its time
        [published] Published
        [rejected] Rejected
        [withdrawn] Taken back
       *[expired] Too late to go out
    }
# How far the wording of a translation was looked at.
console-text-check =
    { $check ->
        [machine_draft] drafted by a machine
        [draft] not checked yet
        [checked] checked
       *[stale] out of date: its source was changed
    }
console-hearings = Hearings
console-timeline = Timeline
# One source says otherwise; both stand. Variables: $source; $field – name of the field; $value.
console-disagrees = { $source } says otherwise ({ $field }): { $value }
# Above the form for facts of a hearing, and on what leads to it.
console-facts-hearing =
    { $what ->
        [new] Record a hearing
       *[change] Change what is known of the hearing
    }
# The same of an incident: an arrest, a search, a release.
console-facts-incident =
    { $what ->
        [new] Record an incident
       *[change] Change what is known of the incident
    }
# Leads from a hearing or an incident to its form.
console-facts-change = Change
# Below a date.
console-facts-date-hint = Left empty while no date is known.
# Below a time of day.
console-facts-time-hint = By the clocks of the place. Left empty while it is not known.
# Below a time zone. Variables: $example – a zone as it is written.
console-facts-zone-hint = Area and city, such as { $example }.
# Below the list of sources.
console-facts-sources-hint = Who reported it, one a line.
# Below the day on which facts were checked.
console-facts-checked-hint = When somebody last compared this with its source.
# Opens the fields for further languages.
console-facts-languages = Other languages
# Opens the fields for what came of a hearing.
console-facts-result = What came of it
console-facts-rulings = Rulings
console-facts-rulings-hint = One for each person and charge. Without a person it is left out.
console-facts-ruling = Ruling
console-facts-person = Person
# What a ruling imposes.
console-facts-penalty = What it imposes
# The label of a number: how long a penalty lasts.
console-facts-length =
    { $unit ->
        [years] Years
        [months] Months
       *[days] Days
    }
# Of a fine.
console-facts-amount = Amount
console-facts-note = Note
# Adds a row to a form.
console-facts-more = One more row
console-facts-adjourned = Adjournment
# Whether a hearing that was held goes on at another date.
console-facts-adjourned-how =
    { $how ->
        [no] not adjourned
        [open] adjourned, no date known
       *[dated] adjourned to the date below
    }
console-facts-next = The next hearing
console-facts-next-hint = Counts only with a date. A court left empty is that of this hearing.
# Opens the fields for what a source says otherwise.
console-facts-differing = What single sources say differently
console-facts-differing-hint = Both stand, and followers see both.
# Of which fact a source says something else.
console-facts-about = About
console-facts-says = What it says
console-facts-source = Source
console-facts-kind = What happened
# Kinds of incident, in a list.
console-facts-kinds =
    { $kind ->
        [arrest] arrest
        [search] search
        [attack] attack
        [transfer] moved to another place
        [health] health
        [demolition] demolition
       *[release] release
    }
console-facts-place = Where
console-facts-what = In the words that followers read
# Below the words in which an incident is told; of one that is taken back, what is right.
console-facts-what-hint = If it did not happen: what is right instead.
console-facts-whom = Whom it concerns
console-facts-bystanders = How many others, by role
console-facts-bystanders-hint = They are never named.
# The label of a number of people.
console-facts-bystander =
    { $role ->
        [minor] Minors
        [witness] Witnesses
       *[victim] Victims
    }
console-facts-certainty = How sure it is
console-facts-certainties =
    { $certainty ->
        [established] established: we know it
        [reported] reported: somebody told it, we know no more
       *[alleged] alleged: not confirmed
    }
console-facts-discloses = What it tells beyond that
console-facts-discloses-hint = This takes consent that is on record.
# How a change of an incident stands to what followers were told.
console-facts-amendment = How it stands to what was told before
console-facts-amendments =
    { $amendment ->
        [adds] more is known
        [corrects] something was wrong
       *[withholds] private facts are taken back and not repeated
    }
console-facts-happened =
    { $status ->
        [stands] it happened
       *[retracted] it did not happen as it was told
    }
# Shows, before anything is recorded, what followers would be told.
console-facts-look = See what followers would be told
# Above the message that followers would get.
console-facts-told = What followers would be told once a second person approves
console-facts-told-none = Nobody is told at once.
# Variables: $when – a list of dates and times.
console-facts-reminders = Reminders: { $when }
console-facts-replaces = A change waits for a second person already. Yours takes its place.
# Above what a colleague recorded while this was written. Variables: $name – the colleague.
console-facts-standing = What { $name } recorded meanwhile
# Behind a box to be ticked: one’s own facts are recorded although a colleague’s stand there by now.
console-facts-instead = I have read it: put mine in its place
# Above a form that was not taken.
console-facts-faults = Nothing was recorded yet. Look at what is marked below.
# At a field.
console-facts-fault =
    { $reason ->
        [missing] This is missing.
        [clock] On that day the clocks skip this time, or show it twice. Choose another one.
        [minutes] Write a number of minutes: none, or up to a day.
       *[unusable] This cannot be taken as it is: it is too long, or not what belongs here.
    }
# A time that the clocks skip on that day. Variables: $before, $after – times of day.
console-refused-gap = On that day the clocks skip this time. The nearest are { $before } and { $after }. Ask which is meant.
# What is on its way.
console-broadcast-what =
    { $kind ->
        [alert] Hearing notice
        [digest] Weekly digest
       *[post] Post
    }
console-broadcast-state =
    { $state ->
        [running] on its way
        [paused] paused
        [halted] halted after faults
        [cancelled] cancelled
       *[finished] finished
    }
# How many messages came to what. Variables: $count – a number, or that it is under 20.
console-delivery-count =
    { $state ->
        [planned] waiting: { $count }
        [sent] sent: { $count }
        [failed] failed: { $count }
        [unknown] may or may not have arrived: { $count }
       *[cancelled] cancelled: { $count }
    }
# In place of a number under 20.
console-few = fewer than 20
console-broadcast-do =
    { $action ->
        [pause] Pause
        [resume] Let it go on
       *[cancel] Cancel what is left
    }
# What one person has asked for of a broadcast, beside it. Variables: $action – pause, resume or cancel; $name – who asked; $until – date and time.
console-broadcast-asked =
    { $action ->
        [pause] { $name } wants to pause this. A second person has to agree; the request lapses: { $until }.
        [resume] { $name } wants to let this go on. A second person has to agree; the request lapses: { $until }.
       *[cancel] { $name } wants to cancel what is left. A second person has to agree; the request lapses: { $until }.
    }
# What of a broadcast did not arrive, by the reason; and what leads there.
console-dead-title = What never reached its readers
# Why messages that did not arrive are not sent once more.
console-dead-why =
    { $why ->
        [may-have-arrived] They may have arrived, and nobody gets a post twice.
        [chat-away] These chats cannot be written to.
        [too-late] Their time is over.
        [superseded] Newer facts took their place.
        [not-wanted] They were cancelled, or their readers no longer wanted them.
        [unreadable] The chat or the text cannot be opened with our keys.
        [no-longer-kept] Which they were is no longer kept.
       *[not-certain] It is not certain that another try is safe.
    }
# What became of deliveries of one class; its code stands behind it.
console-dead-class =
    { $class ->
        [no-rights] The bot may not write there.
        [content] Telegram did not take the text.
        [text-halted] The text was stopped after Telegram had refused it.
        [no-answer] No answer came: whether they arrived is not known.
       *[refused] Telegram refused them for another reason.
    }
console-dead-resend = Send these once more
# Alerts of which nobody was told.
console-expired-title = Alerts that came too late
console-expired-why = They were not sent: they could not leave in time, and would have been of no use. Followers were not told.
# Our accounts on networks such as Mastodon.
console-accounts-title = Accounts
console-account-state =
    { $state ->
        [active] in order
        [paused] paused
       *[disconnected] disconnected
    }
# Why nothing goes out on an account. A code may stand behind the third and the last.
console-account-why =
    { $why ->
        [staff] Somebody of the staff paused it. Two people let it go on.
        [budget] This month’s budget is spent.
        [failures] Paused after several failures in a row.
        [suspended] The network has closed it.
        [expired] Its credentials have expired, or somebody took them back at the network. New ones have to be made there; then it is connected again.
        [forgotten] We have forgotten its credentials. It has to be connected again.
       *[credentials] The network no longer takes our credentials. It has to be connected again.
    }
# Variables: $until – date and time.
console-account-rests = Nothing goes out there before { $until }.
# Variables: $end – date and time.
console-account-ends = Its credentials count until { $end }. Connect it again before that.
# Variables: $count – a number.
console-account-failures = Failures in a row: { $count }
# By price lists. Variables: $spent, $planned – amounts of money.
console-account-spent = Spent this month, estimated: { $spent }. Planned: { $planned }.
# The same where there is a budget. Variables: $spent, $planned, $budget – amounts of money.
console-account-spent-of = Spent this month, estimated: { $spent } of { $budget }. Planned: { $planned }.
# Variables: $limit – a number, in the network’s own unit.
console-account-text = Texts up to { $limit } characters as the network counts.
# What can be done on an account.
console-account-can =
    { $what ->
        [images] Takes pictures.
        [no-images] Takes no pictures.
        [threads] Long texts go out in several parts.
        [no-threads] A text goes out as one.
        [retract] What went out can be taken back.
        [no-retract] What went out cannot be taken back.
       *[asks-person] When nobody knows whether something stands there, a person has to look.
    }
console-unknown-title = Does it stand there?
console-unknown-how = The network did not answer, and nothing goes out twice. Look at the account, then say what you saw.
# Variables: $at – date and time.
console-unknown-tried = Tried: { $at }
console-unknown-contact = It was for one contact of the list.
console-unknown-stands = It stands there
# Its button: after that it goes out again.
console-unknown-absent = It does not stand there: let it go out again
console-unknown-id = By which the network knows it
console-unknown-id-hint = A number or a name, most often the end of its address.
console-unknown-address = Its address, if you have it
# What somebody may do.
console-role =
    { $role ->
        [author] author
        [translator] translator
        [approver] approver
        [admin] admin
        [coordinator] coordinator
       *[lawyer] lawyer
    }
# Variables: $count – how many keys somebody has.
console-staff-keys = Keys: { $count }
# A bearer token of somebody. Variables: $until – date and time; $used – date and time, or console-token-unused.
console-token = A token for programs counts until { $until }. Last used: { $used }.
console-token-unused = never
# Behind it: a list of scopes such as posts:read, or console-token-all.
console-token-for = It is for
console-token-all = all that their roles allow.
console-token-end = End this token
# Variables: $languages – a list.
console-staff-reads = Reads: { $languages }
# Variables: $cases – a list of names, or console-staff-all-cases.
console-staff-cases = Works on: { $cases }
console-staff-all-cases = all cases
# What an admin does. Variables: $who – a name.
console-staff-limit = Limit { $who } to cases
console-staff-limit-how = With no case chosen they work on all.
console-staff-limit-do = Limit
# Heading: colleagues who take over roles when others are gone.
console-succession-title = Named successors
console-succession-how = Two people name a colleague in advance. On the day one person asks them to take over; after 24 hours in which anybody can object they do so here, with their own key.
# Variables: $name – who proposes it; $who – who is to take over; $roles – a list.
console-succession-wants = { $name } proposes that { $who } takes over when others are gone: { $roles }.
# Variables: $who; $roles – a list.
console-succession-stands = { $who } is named to take over when others are gone: { $roles }.
# Variables: $who; $roles – a list; $from – date and time.
console-succession-called = { $who } was asked to take over: { $roles }. It counts from { $from } on.
# Variables: $who; $roles – a list; $gone – names of who named them and is not there for it any more; $until – date and time.
console-succession-doubted = { $who } is named to take over when others are gone: { $roles }. Whose word is gone: { $gone }. It lapses on { $until } unless others confirm it.
# A button: to put one’s own word in place of one that is gone. Variables: $who.
console-succession-confirm = Confirm { $who }
# A button and the heading of its form.
console-succession-name = Name a successor
# Label of a choice among colleagues.
console-succession-who = Who takes over
# A button. Variables: $who.
console-succession-call = Ask { $who } to take over
# A button for who was asked.
console-succession-take = Take over
console-breaks-title = Nobody could do this any more
# A list of console-duty follows. Variables: $who – who would be taken off the staff, or limited to some cases.
console-breaks = If { $who } is no longer there for it, nobody can do the following any more. Nothing has been changed yet.
# A button below it.
console-breaks-despite = Do it all the same
# What a campaign must be able to do. Variables: $what – a language, a case or a person’s name.
console-duty =
    { $duty ->
        [any-post] Posts, in any language, on every open case
        [post] Posts on every open case, in this language: { $what }
        [any-release] Press releases, in any language, on every open case
        [release] Press releases on every open case, in this language: { $what }
        [facts] Facts of hearings and incidents, of which one records and another decides: { $what }
        [lift-pause] Starting posts again after a pause: two approvers
        [stop-alert] Pausing an alert of a hearing: two people
        [invite] Inviting somebody: two admins with keys
       *[replace-keys] New keys, should theirs be lost, by two others with keys: { $what }
    }
console-staff-invite = Invite somebody
console-staff-invite-how = It takes two admins. The second one gets the link and hands it over.
console-staff-name = Name, as colleagues see it
console-staff-roles = Roles
console-staff-languages = Languages that they read
# Variables: $name – who asks; $who – who is to be invited.
console-staff-wants-invite = { $name } wants to invite { $who }.
# Variables: $name – who asks; $who – whose keys are lost.
console-staff-wants-keys = { $name } says that { $who } has lost all keys. Call them before you agree. New keys count a day after.
# A second person has agreed. Variables: $who; $from – date and time.
console-staff-waits-keys = New keys for { $who } count from { $from } on.
console-staff-object = Object
# Variables: $who – of the person.
console-staff-replace = { $who } has lost all keys
# Variables: $who – of the person.
console-staff-revoke = Take { $who } off the staff
# The link stands below. Variables: $from – from when on it counts, date and time.
console-staff-link = Give them this link by hand. It is shown once, works once, and counts from { $from } on.
# Who did something that no staff member did.
console-audit-actor =
    { $kind ->
        [subscriber] a follower
        [job] the service
        [operator] the operator at the machine
        [partner] a partner’s monitor
       *[staff] staff
    }

## The set-up page, for a coordinator who has never seen a terminal

setup-title = Set up the campaign
setup-intro = This takes about fifteen minutes. You need Telegram on your phone and a second person whom you trust. What you enter stays on this machine.
setup-choose-language = Language of this page
# Variables: $step, $steps – numbers.
setup-step = Step { NUMBER($step) } of { NUMBER($steps) }
setup-next = Continue
setup-back = Back
setup-try-again = Try again
setup-bot-title = The bot
setup-bot-how =
    In Telegram, open the chat with @BotFather and send /newbot. It asks for a name and for a user name that ends in “bot”. It answers with a token, a line of digits and letters with a colon in it. Copy the whole token and paste it here.
setup-bot-token-label = Token from BotFather
setup-bot-token-secret = Whoever has this token can write as your bot. Send it to nobody.
setup-bot-check = Check the token
# Variables: $name – the bot's user name with @.
setup-bot-ok = The token works. Your bot is { $name }.
setup-bot-malformed = This does not look like a token. It has digits, then a colon, then letters and digits. Copy the whole line from BotFather.
setup-bot-wrong = Telegram does not know this token. Copy it again from BotFather; /mybots shows it there.
setup-bot-unreachable = Telegram cannot be reached from this machine. Check the connection to the internet, then try again. In some countries Telegram is blocked.
setup-bot-has-webhook = This bot is already in use by another service. Take a new bot, or end the other service first.
setup-campaign-title = The campaign
setup-campaign-name-label = Name of the campaign
setup-campaign-name-hint = Followers see it in the first message.
setup-languages-label = Languages in which you will publish
setup-languages-hint = The bot itself speaks all of them. Choose those in which you can write and check posts.
setup-zone-label = Time zone
setup-zone-hint = The zone in which most hearings take place. Each hearing can have its own.
setup-your-name-label = Your name, as your colleagues see it
setup-your-languages-label = Languages that you read
setup-passphrase-title = The passphrase
setup-passphrase-why = It locks the key with which the chats of your followers are sealed. You type it after each restart of this machine. Whoever takes the machine without the passphrase cannot read who follows.
setup-passphrase-lost = There is no way around it: if it is lost, the list of followers is lost. Write it down and keep it away from this machine.
setup-passphrase-label = Passphrase
setup-passphrase-repeat-label = Passphrase once more
# Variables: $min – the smallest number of characters.
setup-passphrase-too-short =
    { $min ->
        [one] The passphrase needs at least { $min } character. Five or six words in a row are easy to remember.
       *[other] The passphrase needs at least { $min } characters. Five or six words in a row are easy to remember.
    }
setup-passphrase-differ = The two passphrases are not the same.
setup-test-title = A message to yourself
setup-test-how = Open this link on your phone and tap “Start”. The bot then writes to you.
setup-test-link = Open the bot in Telegram
# Beside a QR code with the same link.
setup-link-scan = Or point the camera of your phone at this square.
setup-test-waiting = Waiting for you to tap “Start”.
setup-test-on-its-way = The message is on its way.
setup-test-sent = The message was sent. Do you see it in Telegram?
setup-test-failed = The message could not be sent. Tap “Start” in the bot again, then try once more.
setup-test-again = Send it again
# The message itself. Variables: $campaign – its name.
setup-test-message = This is a test of { $campaign }. The bot works, and this chat is linked to your staff account.
setup-second-title = The second person
setup-second-why = Nobody publishes alone: every text needs the approval of somebody who did not write it.
setup-second-how = Give this link to the second person, best by hand or by a call. They open it in Telegram and tap “Start”. It works once.
setup-second-name-label = Name of the second person
setup-second-languages-label = Languages that this person reads
setup-second-make = Make the link
setup-second-link-label = Link for the second person
# Beside a QR code with the same link.
setup-second-scan = If this person is with you: the camera of their phone reads the link from this square.
setup-second-waiting = Waiting for the second person.
setup-second-joined = The second person has joined.
setup-second-later = Do this later
setup-finish = Finish
setup-done-title = The campaign is set up
setup-done-text = Below stands your key to the administration. It is shown only once: keep it in a safe place.
setup-done-key-label = Key to the administration
setup-done-next = Next: add a case, let the second person agree to it, write a post, and let them approve it.
setup-done-alone = The second person has not joined yet. Until then nothing can be published, and a case that you add is shown to nobody.
setup-done-docs = Open the administration
# Above the bot's address.
setup-done-followers = Here people follow the campaign:
# Heads the list of what is wrong with a form.
setup-error-title = Please check this
# Variables: $field – the label of the input.
setup-error-required = Please fill in: { $field }
setup-error-zone = This time zone is not known.
# Of the campaign or of a person. Variables: $max – the most characters.
setup-error-name = This name cannot be used. Type it by hand with letters or digits, at most { NUMBER($max) } characters.
setup-error-languages = Choose at least one language.
# Variables: $folder – its path.
setup-error-folder = The keys cannot be written into the folder { $folder }. Whoever looks after this machine has to let the service write there.
setup-error-start = The service could not be started. Try again; if it fails again, the window in which it runs says why.
setup-error-link = This link has been used or has expired. Start the service again; it prints a new one.
setup-error-ours = Something failed on this machine, and nothing was changed. Please try again.

## The page on which the passphrase is entered after a restart

unlock-title = The service is locked
unlock-text = It was restarted. Until the passphrase is entered it sends nothing. What people write to the bot waits at Telegram, for 24 hours at most.
unlock-button = Unlock
unlock-wrong = This passphrase is not right.
unlock-done = Unlocked. Messages are being sent again.
