### bray: native-checked = no
### German. Keys and variables are those of en.ftl; how to change a text stands at the head of
### scripts/messages.ts.
###
### Tone: the fact first, then the source, then what one can do. Plain and warm. No exclamation marks, no
### emoji. "Accused of", never "criminal". Never promise safety, never urge anybody to attend a hearing.
### Plain text only: bold and links are added by the program.

## Start

# The first thing a new follower reads.
# Variables: $campaign – the campaign's name.
start-welcome =
    Das ist der Bot der Kampagne { $campaign }. Er berichtet über Menschen, die für ihre Worte vor Gericht stehen: was mit ihnen geschieht, wann das Gericht tagt und wann es eine Verhandlung verlegt.

    Gespeichert wird über Sie: dieser Chat in verschlüsselter Form, Ihre Sprache und die Fälle, denen Sie folgen. Nicht Ihr Name und nichts, was Sie schreiben. Telegram weiß, dass Sie diesen Bot benutzen.

    /cases zeigt die Fälle. /help zeigt, was Sie sonst tun können.
# For somebody who comes back and still follows cases.
# Variables: $count – how many cases they follow.
start-returning =
    { $count ->
        [one] Willkommen zurück. Sie folgen { $count } Fall. /hearings zeigt die nächsten Verhandlungen.
       *[other] Willkommen zurück. Sie folgen { $count } Fällen. /hearings zeigt die nächsten Verhandlungen.
    }
# For somebody whose messages had stopped (they had blocked the bot) and who is reachable again.
start-reachable-again = Hier kommen wieder Nachrichten an. /cases zeigt die Fälle, /stop beendet alle Nachrichten.
# Below the welcome. Variables: $places – a list of names in Telegram, such as “@reserve_bot”.
start-reserve = Falls dieser Bot einmal verstummt, finden Sie uns hier: { $places }
# The link that was opened names a case that does not exist or is no longer shown.
start-unknown-case = Dieser Link führt zu einem Fall, den es hier nicht gibt. Diesen Fällen können Sie folgen:
start-choose-language = In welcher Sprache soll der Bot Ihnen schreiben?

# On the bot's page in Telegram, before somebody taps “Start” (at most 512 characters). Variables: $campaign.
bot-description = Nachrichten über Menschen, die für ihre Worte vor Gericht stehen, von der Kampagne { $campaign }: was mit ihnen geschieht, wann das Gericht tagt und wann eine Verhandlung verlegt wird. Telegram weiß, dass Sie diesen Bot benutzen.
# On the bot's profile (at most 120 characters).
bot-short-description = Menschen, die für ihre Worte vor Gericht stehen: ihre Fälle und Verhandlungen.

## Languages

# Sent in the new language after it was chosen.
language-set = Ab jetzt schreibt Ihnen der Bot auf Deutsch.
language-prompt = Der Bot schreibt Ihnen auf Deutsch. Welche Sprache möchten Sie?
# Shown above a text that does not exist in the reader's language (this one).
# Variables: $language – the language the text is in, a language code.
language-fallback =
    { $language ->
        [az] Dieser Text ist auf Aserbaidschanisch; eine deutsche Übersetzung gibt es noch nicht.
        [en] Dieser Text ist auf Englisch; eine deutsche Übersetzung gibt es noch nicht.
        [ru] Dieser Text ist auf Russisch; eine deutsche Übersetzung gibt es noch nicht.
        [tr] Dieser Text ist auf Türkisch; eine deutsche Übersetzung gibt es noch nicht.
        [fa] Dieser Text ist auf Persisch; eine deutsche Übersetzung gibt es noch nicht.
        [fr] Dieser Text ist auf Französisch; eine deutsche Übersetzung gibt es noch nicht.
       *[de] Dieser Text ist auf Deutsch.
    }
# The name of a language, inside a sentence or a list.
# Variables: $language – a language code.
language-name =
    { $language ->
        [az] Aserbaidschanisch
        [en] Englisch
        [ru] Russisch
        [tr] Türkisch
        [fa] Persisch
        [fr] Französisch
       *[de] Deutsch
    }

## Commands, as Telegram's menu lists them (at most 256 characters each)

command-start = Anfangen oder eine Sprache wählen
command-cases = Alle Fälle; einem folgen oder nicht mehr folgen
command-hearings = Die nächsten Verhandlungen
command-language = Sprache ändern
command-discreet = Nachrichten ohne Namen, für ein Telefon, das andere sehen könnten
command-quiet = Stunden, in denen nichts kommt, was warten kann
command-digest = Einmal in der Woche ein Überblick über Ihre Fälle
command-alerts = Erinnerungen an Verhandlungen, und wer zuerst informiert wird
command-privacy = Was über Sie gespeichert wird und was nicht
command-stop = Alle Nachrichten beenden
command-forget = Alles löschen, was über diesen Chat gespeichert ist
command-help = Was dieser Bot kann
# In groups and channels, for their admins.
command-follow = In dieser Gruppe einem Fall folgen
command-unfollow = In dieser Gruppe einem Fall nicht mehr folgen

## Buttons

button-next = Weiter
button-previous = Vorherige
button-back = Zurück
button-cancel = Abbrechen
button-follow = Folgen
button-unfollow = Nicht mehr folgen
button-hearings = Verhandlungen
button-next-hearing = Die nächste Verhandlung
button-case = Der Fall
button-open-in-bot = Im Bot öffnen
button-calendar = In den Kalender
button-map = Karte
button-attend = Ich werde dort sein
button-timeline = Verlauf
button-share = Teilen
# Under an alert or a post: no more messages about this case.
button-stop-case = Diesen Fall beenden
# Under an alert or a post: no more messages at all.
button-stop-all = Alles beenden
button-discreet-on = Einschalten
button-discreet-off = Ausschalten
# What a follower may choose as quiet hours, beside hours of their own.
button-quiet-campaign = Wie die Kampagne
button-quiet-off = Keine Ruhezeiten
button-digest-off = Kein Überblick
button-digest-stop = Keine Überblicke mehr
# What a follower may choose about reminders, beside lead times like “7 days” or “3 hours”.
button-alerts-changes = Nur Änderungen
button-tell-first = Zuerst informieren
button-standing =
    { $standing ->
        [observer] Ich beobachte Prozesse
        [lawyer] Ich bin anwaltlich tätig
       *[press] Ich bin von der Presse
    }
# A lead time, in a list and on a button, beside “1 day” and “3 hours”.
lead-time-morning = Am Morgen des Tages
# Under the neutral notice of discreet mode.
button-show = Anzeigen
button-show-picture = Bild anzeigen
button-delete-now = Jetzt löschen
button-forget = Alles löschen
# For staff, under a text that waits for their decision.
button-approve = Freigeben
button-reject = Ablehnen
# For staff, under a request that waits for a second person.
button-agree = Zustimmen

## Small parts

# Under a long list. Variables: $page, $pages – numbers, from 1.
page-of = Seite { NUMBER($page) } von { NUMBER($pages) }
# A fact nobody knows yet, in the place of its value.
value-unknown = noch nicht bekannt
unit-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
unit-hours =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }

## Dates and times

# Date and time of a hearing where the court is, then the same moment in UTC.
# Variables: $date, $time; $place – like "Baku, UTC+4"; $utc – the time, with the date if it differs.
format-hearing-time = { $date }, { $time } Uhr ({ $place }; { $utc } Uhr UTC)
# Variables: $date, $city.
format-hearing-time-unknown = { $date }, Uhrzeit noch nicht bekannt ({ $city })
# Any other moment. Variables: $date, $time; $place – like "Baku, UTC+4".
format-instant = { $date }, { $time } Uhr ({ $place })
# Whose clock it is. Variables: $city; $offset – like "UTC+4".
format-place = { $city }, { $offset }
# Variables: $date, $time.
format-date-and-time = { $date }, { $time }

## Cases

cases-title = Fälle
cases-empty = Hier gibt es noch keinen Fall. Sobald die Kampagne einen hinzufügt, zeigt ihn /cases.
# The heading of a case. Variables: $name – of the case; $country.
case-title = { $name } ({ $country })
# Variables: $count – how many persons; $names – a list of them.
case-persons =
    { $count ->
        [one] Person: { $names }
       *[other] Personen: { $names }
    }
# Stands on every case that is not real.
case-fictional = Dieser Fall ist erfunden, zum Ausprobieren.
# Variables: $when – date and time of the next hearing.
case-next-hearing = Nächste Verhandlung: { $when }
case-no-hearing = Zurzeit ist keine Verhandlung bekannt.
case-followed = Sie folgen jetzt diesem Fall. Sie erfahren, wenn eine Verhandlung angesetzt, verlegt oder abgesagt wird. /hearings zeigt die nächsten Verhandlungen.
case-unfollowed = Sie folgen diesem Fall nicht mehr. Zu ihm wird Ihnen nichts mehr geschickt.
case-already-followed = Sie folgen diesem Fall schon.
case-closed = Dieser Fall ist abgeschlossen. Neues ist nicht zu erwarten; nachlesen können Sie ihn weiterhin.
case-gone = Dieser Fall wird hier nicht mehr gezeigt. /cases zeigt die anderen.
# After “/follow” or “/unfollow” with a short name that no case has.
case-unknown = Kein Fall hat diesen Kurznamen.
unfollow-choose-case = Welchem Fall möchten Sie nicht mehr folgen?
# The heading of what happened so far in a case.
case-timeline-title = Was bisher geschehen ist
case-timeline-empty = Noch ist nichts verzeichnet.
case-statement = Öffentliche Erklärung: { $who }
# Text to pass on with the link to a case. Variables: $name – of the case.
case-share = { $name }: worum es geht und wann das Gericht tagt

## Hearings

hearings-title = Die nächsten Verhandlungen
hearings-follow-nothing = Sie folgen noch keinem Fall. /cases zeigt die Fälle; tippen Sie unter einem auf „Folgen“, dann stehen seine Verhandlungen hier.
hearings-none-known = In den Fällen, denen Sie folgen, ist keine Verhandlung bekannt. Sie erfahren es, sobald eine angesetzt wird.
hearing-gone = Diese Verhandlung wird hier nicht mehr gezeigt. /hearings zeigt die nächsten Verhandlungen.
calendar-no-date = Diese Verhandlung hat kein Datum, das ein Kalender zeigen könnte. /hearings zeigt die nächsten Verhandlungen.
calendar-file = Öffnen Sie diese Datei, um die Verhandlung in Ihren Kalender aufzunehmen. Der Kalender erfährt es nicht, wenn das Gericht sie verlegt; dieser Bot sagt es Ihnen.
attend-count =
    { $count ->
        [one] { $count } Person hat gesagt, dass sie dort sein wird.
       *[other] { $count } Personen haben gesagt, dass sie dort sein werden.
    }
attend-note = „Ich werde dort sein“ wird gezählt und zeigt niemandem, wer Sie sind. Die Zahl wird ab { NUMBER($from) } gezeigt und nach dem Tag gelöscht. Telegram sieht, dass Sie getippt haben.
attend-off = Die Kampagne zählt nicht, wer dort sein wird.
attend-over = Das lässt sich von dieser Verhandlung nicht mehr sagen: Sie ist vorbei, verlegt oder abgesagt, oder sie ist nicht öffentlich.
hearing-kind =
    { $kind ->
        [detention] Hafttermin
        [preliminary] Vorverhandlung
        [trial] Hauptverhandlung
        [verdict] Urteilsverkündung
        [appeal] Berufungsverhandlung
        [parole] Verhandlung über vorzeitige Entlassung
       *[other] Verhandlung
    }
hearing-on-day = { $kind }, { $day }
hearing-status =
    { $status ->
        [scheduled] Angesetzt
        [postponed] Verschoben
        [cancelled] Abgesagt
       *[held] Hat stattgefunden
    }
# Variables: $names – the persons before the court.
hearing-who = Vor Gericht: { $names }
hearing-when = Wann: { $when }
hearing-court = Gericht: { $court }
hearing-room = Saal: { $room }
hearing-room-unknown = Saal: noch nicht bekannt
hearing-judge = Richter oder Richterin: { $judge }
hearing-openness =
    { $openness ->
        [open] Öffentlich
        [closed] Nicht öffentlich
       *[unknown] Ob die Verhandlung öffentlich ist, ist nicht bekannt
    }
# The same in one word, where old and new value stand side by side.
openness-word =
    { $openness ->
        [open] öffentlich
        [closed] nicht öffentlich
       *[unknown] nicht bekannt
    }
# Variables: $count – how many sources; $sources – a list of them.
hearing-sources =
    { $count ->
        [one] Quelle: { $sources }
       *[other] Quellen: { $sources }
    }
# Variables: $date – when the campaign last checked.
hearing-checked = Termine ändern sich oft. Zuletzt geprüft: { $date }.
# Above the lines in which sources say different things.
hearing-sources-disagree = Die Quellen widersprechen sich:
# Variables: $source; $value – what it says.
hearing-source-says = Laut { $source }: { $value }
hearing-source-says-of = { $field }: laut { $source }: { $value }
card-quote = „{ $words }“
hearing-outcome = Ergebnis: { $outcome }
# What was decided on one charge. Variables: $person; $charge – the charge; $ruling – see “ruling”.
hearing-decided = { $person }, „{ $charge }“: { $ruling }
# The same with what was imposed. Variables: $penalty – see “penalty-size”.
hearing-decided-penalty = { $person }, „{ $charge }“: { $ruling } ({ $penalty })
# What a court decided on a charge, in a few words. “See below”: the line that follows says it.
ruling =
    { $ruling ->
        [convicted] schuldig gesprochen
        [acquitted] freigesprochen
        [dropped] Anklagepunkt fallen gelassen
        [upheld] frühere Entscheidung bestätigt
        [overturned] frühere Entscheidung aufgehoben
        [changed] Strafe geändert
        [returned] zur neuen Entscheidung zurückverwiesen
        [detained] Untersuchungshaft angeordnet
        [released] aus der Haft entlassen
       *[other] siehe unten
    }
# What was imposed.
penalty =
    { $kind ->
        [prison] Gefängnis
        [suspended] Strafe auf Bewährung
        [house_arrest] Hausarrest
        [detention] Untersuchungshaft
        [community_service] gemeinnützige Arbeit
       *[fine] Geldstrafe
    }
# Variables: $penalty – see “penalty”; $size – how long, such as “2 years, 6 months”, or how much money.
penalty-size = { $penalty }: { $size }

## Alerts: a title, then lines about the hearing, then the footer

# Variables: $case – its name.
alert-announced-title = Neue Verhandlung im Fall „{ $case }“
alert-reminder-tomorrow-title = Morgen: Verhandlung im Fall „{ $case }“
# Sent on the morning of the day.
alert-reminder-today-title = Heute: Verhandlung im Fall „{ $case }“
# Variables: $days – 2 or more.
alert-reminder-days-title =
    { $days ->
        [one] In { $days } Tag: Verhandlung im Fall „{ $case }“
       *[other] In { $days } Tagen: Verhandlung im Fall „{ $case }“
    }
alert-reminder-hours-title =
    { $hours ->
        [one] In { $hours } Stunde: Verhandlung im Fall „{ $case }“
       *[other] In { $hours } Stunden: Verhandlung im Fall „{ $case }“
    }
alert-changed-title = Geändert: Verhandlung im Fall „{ $case }“
# The hearing is at a later time or on a later day than before. Variables: $case – its name.
alert-moved-later-title = Auf später verlegt: Verhandlung im Fall „{ $case }“
# The title when a hearing is moved to an earlier time: louder than the others, since whoever relies on the old
# time misses the hearing. The times come first, for the preview on a locked screen.
# Variables: $from, $to – times on the same day; $case – its name; $date.
alert-moved-earlier = FRÜHER: { $to } Uhr statt { $from } Uhr. Die Verhandlung im Fall „{ $case }“ wurde vorverlegt. Tag: { $date }.
# The same when the day changes too. Variables: $from, $to – date and time; $case.
alert-moved-earlier-day = FRÜHER: Die Verhandlung im Fall „{ $case }“ wurde vorverlegt. Jetzt: { $to }. Vorher: { $from }.
# One line per changed fact. Variables: $field – its name (see field-name); $from, $to – its old and new value.
alert-change-line = { $field }: bisher { $from }, jetzt { $to }
field-name =
    { $field ->
        [status] Stand
        [localDate] Datum
        [localTime] Uhrzeit
        [zone] Zeitzone
        [kind] Art der Verhandlung
        [court] Gericht
        [room] Saal
        [openness] Öffentlichkeit
        [judge] Richter oder Richterin
        [outcome] Ergebnis
        [charge] Anklage
        [sources] Quellen
       *[checkedOn] Zuletzt geprüft
    }
alert-postponed-title = Verschoben: Verhandlung im Fall „{ $case }“
# Variables: $when – the new date and time.
alert-postponed-to = Neuer Termin: { $when }
alert-postponed-no-date = Ein neuer Termin ist noch nicht bekannt. Sie erfahren es, sobald es einen gibt.
# Variables: $when – when it would have been.
alert-no-longer-at = Die Verhandlung findet zu diesem Termin nicht statt: { $when }
alert-cancelled-title = Abgesagt: Verhandlung im Fall „{ $case }“
alert-outcome-title = Ergebnis: Verhandlung im Fall „{ $case }“
alert-outcome-taken-back = Wir haben uns beim Ergebnis geirrt. Wie die Verhandlung ausging, ist nicht bekannt.
# It was held, and goes on another day. Variables: $case – its name.
alert-adjourned-title = Vertagt: Verhandlung im Fall „{ $case }“
# The heading above the next hearing.
alert-adjourned = Es geht weiter:
# The day after a hearing of which nothing new is known. Variables: $case – its name.
alert-no-outcome-title = Noch nichts bekannt: Verhandlung im Fall „{ $case }“
# Variables: $when – when it was to be.
alert-no-outcome = Die Verhandlung war angesetzt für: { $when }. Ihr Ergebnis ist noch nicht bekannt.
alert-no-next-date = Ein weiterer Termin ist nicht bekannt.
# Variables: $when – the moment at which the message was due.
alert-late = Verspätet: Diese Nachricht hätte Sie zu diesem Zeitpunkt erreichen sollen: { $when }.
# The same, where the moment is no longer known.
alert-late-sent = Verspätet: Diese Nachricht hätte Sie früher erreichen sollen.
alert-repeat = Wiederholung: Vielleicht haben Sie das schon erhalten.
alert-unconfirmed = Noch nicht von einer zweiten Person bestätigt.
# A move that was told before a second person had confirmed it, now confirmed. Variables: $case – its name.
alert-confirmed-title = Bestätigt: Verhandlung im Fall „{ $case }“
# What was told turned out to be wrong. Variables: $case – its name.
alert-corrected-title = Berichtigung: Verhandlung im Fall „{ $case }“
# Variables: $when – the date and time that were told.
alert-wrong-move = Wir haben uns geirrt: Die Verhandlung wurde nicht auf diesen Termin verlegt: { $when }.
# Variables: $when – date and time.
alert-correct-when = Richtig: { $when }
# Below “Not yet confirmed by a second person”. Variables: $when – the date and time that two people have confirmed.
alert-confirmed-so-far = Bisher bestätigt: { $when }
# In a reminder, beside the confirmed time. Variables: $when – date and time.
alert-reported-move = Gemeldet, noch nicht von einer zweiten Person bestätigt: verlegt auf { $when }
# At the foot of every alert.
alert-decide-yourself = Entscheiden Sie selbst, ob Sie hingehen. Die Polizei hat bei Verhandlungen Menschen festgenommen.

## Incidents

incident-title =
    { $kind ->
        [arrest] Festnahme: { $case }
        [search] Durchsuchung: { $case }
        [attack] Angriff: { $case }
        [transfer] An einen anderen Ort gebracht: { $case }
        [health] Gesundheit: { $case }
        [demolition] Abriss: { $case }
       *[release] Freigelassen: { $case }
    }
incident-kind =
    { $kind ->
        [arrest] Was: Festnahme
        [search] Was: Durchsuchung
        [attack] Was: Angriff
        [transfer] Was: an einen anderen Ort gebracht
        [health] Was: Gesundheit
        [demolition] Was: Abriss
       *[release] Was: Freilassung
    }
incident-more-title = Näheres ist bekannt: { $case }
incident-correction-title = Berichtigung: { $case }
incident-wrong = Wir haben uns geirrt: { $told }
incident-correct = Richtig ist: { $fact }
incident-not-repeated = Etwas, das wir dazu berichtet haben, war falsch oder hätte nicht berichtet werden dürfen. Es wird hier nicht wiederholt.
incident-did-not-happen = Nach dem, was wir jetzt wissen, ist das nicht geschehen.
incident-confirmed = Das hat sich inzwischen bestätigt.
incident-reported = Gemeldet von: { $sources }. Mehr wissen wir noch nicht.
incident-alleged = Behauptet, nicht bestätigt. Quelle: { $sources }
incident-who = Wer: { $names }
incident-when = Wann: { $when }
incident-where = Wo: { $place }
person-role =
    { $role ->
        [minor] eine minderjährige Person
        [witness] eine Person, die als Zeugin oder Zeuge aussagt
       *[victim] eine betroffene Person
    }
person-roles =
    { $role ->
        [minor] Minderjährige: { NUMBER($count) }
        [witness] Zeuginnen und Zeugen: { NUMBER($count) }
       *[victim] Betroffene: { NUMBER($count) }
    }
disclosure-word =
    { $disclosure ->
        [health] Gesundheit
       *[torture] Folter
    }

## Posts

# Under a post: the case it is about. Variables: $case – its name.
post-case-line = Zum Fall { $case }

## Stop

stop-done = Beendet. Es wird Ihnen nichts mehr geschickt. Ihre Sprache bleibt gespeichert, damit Sie mit /start zurückkommen können; /forget löscht auch sie.
stop-nothing = Sie folgen keinem Fall, also wird Ihnen auch nichts geschickt. /cases zeigt die Fälle.
stop-cancelled = Es hat sich nichts geändert.

## Forget

forget-confirm =
    Alles löschen, was über diesen Chat gespeichert ist: die Fälle, denen Sie folgen, Ihre Sprache, den diskreten Modus, Ihre Ruhezeiten und Nachrichten, die zu Ihnen unterwegs sind?

    Das gilt sofort und lässt sich nicht rückgängig machen.
forget-done = Gelöscht:
# The lines under “Erased:”. Variables: $count.
forget-done-follows =
    { $count ->
        [one] { $count } Fall, dem Sie gefolgt sind
       *[other] { $count } Fälle, denen Sie gefolgt sind
    }
forget-done-chat = die verschlüsselte Nummer dieses Chats
forget-done-language = Ihre Sprache
forget-done-discreet = die Einstellung des diskreten Modus
forget-done-quiet = Ihre Ruhezeiten
forget-done-digest = Ihr Wunsch nach einem wöchentlichen Überblick
forget-done-attendance =
    { $count ->
        [one] Ihre Angabe, dass Sie bei { $count } Verhandlung dabei sein werden
       *[other] Ihre Angabe, dass Sie bei { $count } Verhandlungen dabei sein werden
    }
forget-done-alerts = Ihre Wahl der Erinnerungen und ob Sie zuerst informiert werden
forget-done-staff = die Verbindung dieses Chats mit Ihrem Konto im Team
forget-done-pending =
    { $count ->
        [one] { $count } Nachricht, die unterwegs war
       *[other] { $count } Nachrichten, die unterwegs waren
    }
forget-done-deleted =
    { $count ->
        [one] { $count } Nachricht in diesem Chat
       *[other] { $count } Nachrichten in diesem Chat
    }
forget-remains = Ältere Nachrichten bleiben auf diesem Telefon. Löschen Sie diesen Chat selbst. Telegram weiß weiterhin, dass Sie diesen Bot benutzt haben.
forget-nothing = Über diesen Chat war nichts gespeichert.

## Privacy

privacy-title = Was über Sie gespeichert wird
privacy-stored = Gespeichert: die Nummer dieses Chats, verschlüsselt; Ihre Sprache; die Fälle, denen Sie folgen; ob der diskrete Modus eingeschaltet ist; Ihre Ruhezeiten; wann Sie einen wöchentlichen Überblick erhalten, falls Sie einen wünschen; welche Erinnerungen Sie gewählt haben; ob Sie zuerst informiert werden und in welcher Rolle, falls Sie das angegeben haben. Im diskreten Modus außerdem, verschlüsselt und höchstens zwei Tage lang, welche Nachrichten zu löschen sind.
privacy-attendance = Wenn Sie auf „Ich werde dort sein“ tippen: ein Zeichen, das nur gezählt wird, für jede Verhandlung ein anderes, nach dem Tag gelöscht.
privacy-not-stored = Nicht gespeichert: Ihr Name, Ihr Benutzername, Ihre Telefonnummer und was Sie schreiben. Was Sie schreiben, wird einmal gelesen, um Ihnen zu antworten, und dann gelöscht.
privacy-how-long = Wie lange: bis Sie es löschen. /forget löscht es sofort.
privacy-staff = Das Team der Kampagne sieht, wie viele Menschen einem Fall folgen, nicht wer. Kein Bildschirm und kein Export zeigt Ihren Chat.
privacy-telegram = Telegram weiß, dass Sie diesen Bot benutzen, und bewahrt die Nachrichten dieses Chats auf. Wer Ihr Telefon öffnet, kann sie lesen. Das können wir nicht ändern.
privacy-groups = In einer Gruppe sehen alle Mitglieder, was der Bot dort schreibt.

## Discreet mode

discreet-explain =
    Der diskrete Modus ist für ein Telefon, in das andere hineinsehen könnten. Nachrichten sagen dann nur „Aktualisierung verfügbar“, ohne Namen und ohne das Gericht. Sie tippen, um zu lesen, und der Text wird nach dem Lesen gelöscht, spätestens bevor zwei Tage vergangen sind.

    Er verbirgt den Text, nicht, dass Sie diesen Bot benutzen: Das sehen Telegram und alle, die diesen Chat öffnen.
discreet-state =
    { $state ->
        [on] Der diskrete Modus ist eingeschaltet.
       *[off] Der diskrete Modus ist ausgeschaltet.
    }
discreet-turned-on = Der diskrete Modus ist eingeschaltet. Nachrichten, die schon hier sind, bleiben: Löschen Sie sie selbst, wenn nötig.
discreet-turned-off = Der diskrete Modus ist ausgeschaltet. Nachrichten kommen wieder mit vollem Text.
# The whole message in discreet mode: it must tell a stranger nothing.
discreet-notice = Aktualisierung verfügbar
# Under the text once shown. Variables: $when – the moment of deletion.
discreet-deletes-at = Diese Nachricht wird gelöscht, wenn Sie auf „Jetzt löschen“ tippen, spätestens: { $when }.
discreet-deleted = Gelöscht.
discreet-gone = Diese Aktualisierung ist nicht mehr verfügbar. /hearings zeigt die nächsten Verhandlungen.

## Quiet hours

quiet-explain =
    In den Ruhezeiten schickt Ihnen der Bot nichts, was bis zu ihrem Ende warten kann. Was eine Verhandlung betrifft, die höchstens einen Tag entfernt ist oder vorverlegt wurde, kommt zu jeder Stunde; ebenso eine Festnahme, eine Durchsuchung, ein Angriff oder ein Abriss an dem Tag, an dem es geschieht.

    Es gilt die Uhr des Ortes, an dem der Fall verhandelt wird: Wo Sie sind, weiß der Bot nicht.
# Variables: $hours – a span, as in quiet-span.
quiet-state-own = Ihre Ruhezeiten: { $hours }
quiet-state-off = Sie haben keine Ruhezeiten: Nachrichten kommen zu jeder Stunde.
quiet-state-campaign = Für Sie gelten die Ruhezeiten der Kampagne: { $hours }
quiet-state-campaign-none = Für Sie gilt, was die Kampagne festlegt, und sie hat keine Ruhezeiten.
quiet-set = Das gilt für alles, was von jetzt an geplant wird. Was schon wartet, kommt zu der Zeit, die dafür vorgesehen war.
# Hours of the clock, also on a button. Variables: $from, $to – times.
quiet-span = { $from }–{ $to }

## Reminders, and who is told first

alerts-explain = Wird eine Verhandlung angesetzt, verlegt oder abgesagt, erfahren Sie es in jedem Fall. Hier wählen Sie, wie lange vor einer Verhandlung Sie erinnert werden und ob Sie es vor den anderen erfahren.
# Variables: $times – a list of lead times, such as “7 days, 3 hours”.
alerts-state-campaign = Erinnerungen vor einer Verhandlung, wie die Kampagne sie hat: { $times }
alerts-state-campaign-none = Erinnerungen: wie die Kampagne, und sie schickt keine.
# Variables: $times – as above.
alerts-state-own = Erinnerungen vor einer Verhandlung, wie von Ihnen gewählt: { $times }
alerts-state-changes = Keine Erinnerungen: Sie erfahren nur, was sich ändert.
alerts-state-first = Sie erfahren es vor den anderen.
alerts-state-not-first = Sie erfahren es zusammen mit den anderen.
alerts-state-standing =
    { $standing ->
        [observer] Sie erfahren es vor den anderen, weil Sie Prozesse beobachten.
        [lawyer] Sie erfahren es vor den anderen, weil Sie anwaltlich tätig sind.
       *[press] Sie erfahren es vor den anderen, weil Sie für die Presse arbeiten.
    }
alerts-set = Gespeichert. Das gilt für alles, was von jetzt an fällig wird.

## The weekly summary

digest-explain = Einmal in der Woche kann Ihnen der Bot eine Nachricht zu allen Fällen schicken, denen Sie folgen: was geschehen ist und was bevorsteht. Sie kommt neben den anderen Nachrichten, nicht an ihrer Stelle. Die Stunde richtet sich nach der Uhr der Kampagne, und Ihre Ruhezeiten gelten.
digest-state-off = Sie erhalten keinen wöchentlichen Überblick.
digest-state-on = Sie erhalten jede Woche einen Überblick: { $when }
digest-slot = { $weekday }, { $time }
digest-title = Die vergangene Woche in den Fällen, denen Sie folgen
digest-incident = { $what } ({ $date })
digest-hearing = { $kind }, { $when }: { $status }
digest-hearing-new = Neu angesetzt: { $kind }, { $when }
digest-hearing-changed = Geändert: { $kind }, jetzt { $when }
digest-next = Als Nächstes: { $kind }, { $when }
digest-posts =
    { $count ->
        [one] { $count } Beitrag ist erschienen.
       *[other] { $count } Beiträge sind erschienen.
    }
digest-incidents =
    { $count ->
        [one] Neues zu { $count } Vorfall.
       *[other] Neues zu { $count } Vorfällen.
    }
digest-hearings =
    { $count ->
        [one] Neues zu { $count } Verhandlung.
       *[other] Neues zu { $count } Verhandlungen.
    }
digest-ahead =
    { $count ->
        [one] Als Nächstes: { $count } Verhandlung.
       *[other] Als Nächstes: { $count } Verhandlungen.
    }
digest-more =
    { $count ->
        [one] In { $count } weiteren Fall gibt es Neues: /cases zeigt ihn.
       *[other] In { $count } weiteren Fällen gibt es Neues: /cases zeigt sie.
    }

## Help and things that go wrong

help-text =
    Dieser Bot berichtet über Menschen, die für ihre Worte vor Gericht stehen.

    /cases – die Fälle; einem folgen oder nicht mehr folgen
    /hearings – die nächsten Verhandlungen
    /language – Sprache ändern
    /discreet – Nachrichten ohne Namen, für ein Telefon, das andere sehen könnten
    /quiet – Stunden, in denen nichts kommt, was warten kann
    /digest – einmal in der Woche ein Überblick
    /alerts – wann Sie an eine Verhandlung erinnert werden
    /privacy – was über Sie gespeichert wird
    /stop – alle Nachrichten beenden
    /forget – alles löschen, was über diesen Chat gespeichert ist
# Below the list of commands, where the campaign has it switched on. Variables: $bot – “@” and the bot’s name.
help-inline = Schreiben Sie in einem anderen Chat { $bot } und den Namen eines Falls, um dort seine Karte zu teilen.
help-unknown-input = Der Bot versteht nur Befehle und Knöpfe; niemand liest, was Sie hier schreiben. /help zeigt, was er kann.
help-unknown-command = Diesen Befehl kennt der Bot nicht. /help zeigt die Befehle, die er kennt.
# Variables: $limit – how many characters are allowed.
help-text-too-long =
    { $limit ->
        [one] Dieser Text ist zu lang: höchstens { $limit } Zeichen. Niemand liest, was Sie hier schreiben; /help zeigt, was der Bot kann.
       *[other] Dieser Text ist zu lang: höchstens { $limit } Zeichen. Niemand liest, was Sie hier schreiben; /help zeigt, was der Bot kann.
    }
# Shown briefly when a button of an old message is tapped.
button-outdated = Dieser Knopf gehört zu einer älteren Nachricht und gilt nicht mehr. /cases zeigt den jetzigen Stand.
error-ours = Auf unserer Seite ist etwas fehlgeschlagen. Nichts ist verloren: Der Bot versucht es von selbst noch einmal.
# After several tries.
error-given-up = Etwas, worum Sie gebeten haben, konnte nicht ausgeführt werden; der Fehler lag bei uns. Bitte versuchen Sie es noch einmal.
private-only = Das geht nur im privaten Chat mit dem Bot.

## Groups and channels

# Variables of the texts below: $chat – where it is written.
group-off =
    { $chat ->
        [group] Die Kampagne hat das Folgen in Gruppen ausgeschaltet, weil es zeigt, wer dazugehört. Im privaten Chat mit dem Bot können Sie folgen.
       *[channel] Die Kampagne hat das Folgen in Kanälen ausgeschaltet, weil es zeigt, wer dazugehört. Im privaten Chat mit dem Bot können Sie folgen.
    }
group-admins-only =
    { $chat ->
        [group] Das können nur die Admins dieser Gruppe.
       *[channel] Das können nur die Admins dieses Kanals.
    }
group-warning =
    { $chat ->
        [group] Alle in dieser Gruppe, und wer immer das Telefon eines Mitglieds öffnet, können sehen, dass diese Gruppe dem Fall folgt.
       *[channel] Alle, die diesen Kanal lesen, können sehen, dass er dem Fall folgt.
    }
group-choose-case =
    { $chat ->
        [group] Welchem Fall soll diese Gruppe folgen?
       *[channel] Welchem Fall soll dieser Kanal folgen?
    }
group-choose-case-to-unfollow =
    { $chat ->
        [group] Welchem Fall soll diese Gruppe nicht mehr folgen?
       *[channel] Welchem Fall soll dieser Kanal nicht mehr folgen?
    }
# When the bot is added. Variables: $campaign – the campaign's name.
group-welcome =
    { $chat ->
        [group] Das ist der Bot der Kampagne { $campaign }. Admins können mit /follow wählen, welchem Fall diese Gruppe folgt. Alle in der Gruppe sehen das.
       *[channel] Das ist der Bot der Kampagne { $campaign }. Admins können mit /follow wählen, welchem Fall dieser Kanal folgt. Alle, die ihn lesen, sehen das.
    }
# Variables: $case – its name.
group-followed =
    { $chat ->
        [group] Diese Gruppe folgt jetzt diesem Fall: { $case }
       *[channel] Dieser Kanal folgt jetzt diesem Fall: { $case }
    }
group-unfollowed =
    { $chat ->
        [group] Diese Gruppe folgt diesem Fall nicht mehr: { $case }
       *[channel] Dieser Kanal folgt diesem Fall nicht mehr: { $case }
    }
group-follows-nothing =
    { $chat ->
        [group] Diese Gruppe folgt keinem Fall.
       *[channel] Dieser Kanal folgt keinem Fall.
    }
group-stopped =
    { $chat ->
        [group] Diese Gruppe folgt keinem Fall mehr. Hierher wird nichts mehr gesendet.
       *[channel] Dieser Kanal folgt keinem Fall mehr. Hierher wird nichts mehr gesendet.
    }
# What the bot can do where several people read.
group-help =
    { $chat ->
        [group] Dieser Bot kann hier schreiben, wenn in einem Fall ein Gericht tagt und wenn eine Verhandlung verlegt wird. Für die Admins dieser Gruppe: /follow wählt einen Fall, /unfollow beendet das, /stop beendet alles. Alle hier können sehen, welchen Fällen die Gruppe folgt.
       *[channel] Dieser Bot kann hier schreiben, wenn in einem Fall ein Gericht tagt und wenn eine Verhandlung verlegt wird. Für die Admins dieses Kanals: /follow wählt einen Fall, /unfollow beendet das, /stop beendet alles. Wer den Kanal liest, kann sehen, welchen Fällen er folgt.
    }

## Staff, in their private chat with the bot

staff-linked = Dieser Chat ist jetzt mit Ihrem Konto im Team verbunden. Texte, die auf Ihre Freigabe warten, kommen hierher.
staff-code-wrong = Dieser Code stimmt nicht. Bitten Sie die Koordination um einen neuen.
staff-code-used = Dieser Code ist verbraucht oder abgelaufen. Bitten Sie die Koordination um einen neuen.
staff-post-again = Die Freigabe dieses Textes zählt nicht mehr: Wer sie gegeben hat, ist nicht mehr dabei, oder etwas, das sie umfasst, wurde geändert. Ein Teil ist hinausgegangen; bis jemand ihn neu freigibt, bleibt der Rest zurück.
# Variables: $case – its name; $language – name of the language.
staff-approval-title = Zur Freigabe: ein Beitrag zum Fall „{ $case }“, Sprache: { $language }
# Variables: $author – who wrote the text; $editor – who changed it last.
staff-approval-author = Geschrieben von { $author }, zuletzt geändert von { $editor }
# The text itself follows after this line.
staff-approval-text-follows = Das ist der Text, genau wie er hinausgeht:
staff-approval-undescribed = Niemand hat gesagt, was das Bild zeigt: Der Text wurde als Notfall weitergegeben. Wer das Bild nicht sieht, erfährt nichts davon.
# Variables: $alt – what the picture shows.
staff-approval-picture = Das Bild, das mit dem Text hinausgeht. Beschreibung für alle, die es nicht sehen können: { $alt }
# When the post may go out. Variables: $from, $to – date and time.
staff-window-between = Er geht frühestens hinaus: { $from }; spätestens: { $to }.
staff-window-from = Er geht frühestens hinaus: { $from }.
staff-window-until = Er geht hinaus, sobald er freigegeben ist, spätestens: { $to }.
staff-window-at-once = Er geht hinaus, sobald er freigegeben ist.
staff-approval-accounts = Geht auch an: { $accounts }
staff-approval-account =
    { $parts ->
        [1] { $handle } ({ $network })
        [one] { $handle } ({ $network }, { $parts } Teil)
       *[other] { $handle } ({ $network }, { $parts } Teile)
    }
staff-approval-cost = Voraussichtliche Kosten: { $cost }
staff-approval-embargo = Sperrfrist: Kontakte der Presseliste bekommen ihn sofort, alle anderen nicht vor { $until }.
staff-approval-warning = Inhaltswarnung: { $warning }
content-warning =
    { $kind ->
        [torture] Folter
        [sexual_violence] sexuelle Gewalt
        [death] Tod
        [suicide] Suizid
       *[violence] Gewalt
    }
# What a post is. Variables: $kind.
post-kind =
    { $kind ->
        [press_release] Pressemitteilung
       *[update] Meldung
    }
# A line: how many approvals beside its author’s word a kind of post takes. Variables: $kind – one of post-kind; $needed – 1 or 2.
staff-approvals-kind = { $kind }: { $needed ->
        [one] { NUMBER($needed) } Freigabe
       *[other] { NUMBER($needed) } Freigaben
    }
staff-button-risk = Freigabe per Telegram-Knopf: Wer dieses Telefon in der Hand hat, kann freigeben. Telegram sieht, was Sie freigeben. Prüfen Sie den Text, dann entscheiden Sie.
staff-approved = Freigegeben.
# Somebody approved a text that waits for somebody else as well. Variables: $given – approvals given; $needed – approvals it takes.
staff-approved-partly = Freigegeben: { NUMBER($given) } von { NUMBER($needed) }. Es geht hinaus, sobald es noch jemand freigegeben hat.
staff-rejected = Abgelehnt. Wer den Text geschrieben hat, sieht Ihre Entscheidung.
# Why a decision was not accepted.
staff-refused =
    { $reason ->
        [own-text] Das haben Sie selbst geschrieben oder eingetragen. Eine zweite Person muss es freigeben.
        [own-edit] An diesem Text haben Sie seit der letzten Freigabe selbst etwas geändert. Freigeben muss ihn jemand, der nichts daran geändert hat.
        [language-not-read] Sie haben nicht angegeben, dass Sie diese Sprache lesen.
        [changed-since] Das wurde geändert, nachdem es Ihnen geschickt wurde. Die neue Fassung kommt in einer neuen Nachricht.
        [already-decided] Darüber ist schon entschieden.
        [approved-already] Sie haben das schon freigegeben. Es muss noch jemand anderes freigeben.
        [policy-changed] Inzwischen sind mehr Freigaben nötig als beim Einreichen. Es muss neu eingereicht werden.
        [case-waits] Der Fall selbst wartet auf eine zweite Person. Stimmen Sie ihm zuerst zu, oder bitten Sie jemanden darum.
        [not-in-review] Das wartet nicht mehr auf Freigabe.
        [card-outdated] Seit die Karte gemacht wurde, haben sich die Tatsachen geändert. Der Beitrag braucht eine neue Karte.
        [window-past] Die Zeit, in der dies hinausgehen sollte, ist vorbei.
        [key-needed] Darüber entscheiden Sie in der Konsole mit Ihrem Schlüssel: Öffnen Sie es dort.
        [key-refused] Der Schlüssel wurde nicht angenommen. Versuchen Sie es noch einmal.
        [consent-missing] Die Einwilligung in das, was dies über Gesundheit oder Folter berichtet, fehlt oder wurde zurückgezogen.
       *[not-an-approver] Ihr Konto darf das nicht freigeben.
    }
# Variables: $case – its name.
staff-hearing-title = Zur Freigabe: Änderung einer Verhandlung im Fall „{ $case }“
staff-hearing-new-title = Zur Freigabe: neue Verhandlung im Fall „{ $case }“
staff-hearing-recorded-by = Eingetragen von { $author }
staff-facts-then =
    { $told ->
        [at-once] Nach Ihrer Freigabe erfahren es alle, die dem Fall folgen, sofort.
        [reminded] Nach Ihrer Freigabe erfährt es zunächst niemand. Die nächsten Erinnerungen sagen es.
       *[nothing] Nach Ihrer Freigabe wird es niemandem mitgeteilt.
    }
staff-reach-last =
    { $how ->
        [longer] Bis auch die Letzten davon wissen, dauert es länger als: { $lasts }.
       *[about] Bis auch die Letzten davon wissen, dauert es ungefähr: { $lasts }. Geht inzwischen Dringenderes hinaus, dauert es länger.
    }
staff-reach-quiet = Wer Ruhezeiten hat, erfährt es, wenn sie vorbei sind.
# Before the question about a hearing whose approval counts no longer. Variables: $case – its name.
staff-hearing-again = Die Freigabe, auf der eine Verhandlung im Fall „{ $case }“ beruht, zählt nicht mehr: Wer sie gegeben hat, ist nicht mehr dabei, oder ein Name wurde geändert. Bis jemand sie neu freigibt, wird niemand daran erinnert. Vergleichen Sie sie mit ihrer Quelle.
staff-hearing-by-partner = Gemeldet vom Beobachtungsprogramm eines Partners. In der Kampagne hat es noch niemand geprüft.
staff-hearing-differs = { $partner } meldet es anders, im Fall „{ $case }“
staff-hearing-differs-then = Eine Änderung dieses Termins wartet schon auf Freigabe. Fragen Sie das Gericht, was stimmt, und entscheiden Sie dann darüber.
# Everyone who may decide is called several times. Variables: $nth – which call this is; $of – how many there are.
staff-hearing-call = Ruf { NUMBER($nth) } von { NUMBER($of) }.
# What happens if nobody decides within a few minutes after the last call.
staff-hearing-unanswered =
    { $cameTo ->
        [told] Entscheidet in den nächsten Minuten niemand, erfahren alle, die dem Fall folgen, den früheren Termin mit dem Hinweis, dass ihn noch keine zweite Person bestätigt hat.
       *[withheld] Bis jemand entscheidet, erfährt niemand, der dem Fall folgt, etwas davon.
    }
# After the last call nobody has decided.
staff-hearing-wait-over =
    { $cameTo ->
        [told] Niemand hat entschieden. Alle, die dem Fall folgen, erfahren jetzt den früheren Termin mit dem Hinweis, dass ihn noch keine zweite Person bestätigt hat. Ihre Entscheidung wird weiter gebraucht: Danach erfahren sie, dass er bestätigt ist oder falsch war.
       *[withheld] Niemand hat entschieden. Wer dem Fall folgt, erfährt nichts: Auf das Wort einer Person hin geht nur eine Vorverlegung hinaus, die Anwalt oder Koordination eingetragen hat. Ihre Entscheidung wird weiter gebraucht.
    }
# To whoever recorded the change. Variables: $case – its name.
staff-hearing-undecided = Ihre Änderung einer Verhandlung im Fall „{ $case }“
# When less than a day is left. Variables: $hours – until the hearing.
staff-hearing-urgent =
    { $hours ->
        [one] Weniger als { $hours } Stunde bleibt. Alle, die freigeben können, werden gerufen.
       *[other] Weniger als { $hours } Stunden bleiben. Alle, die freigeben können, werden gerufen.
    }
staff-hearing-approved = Freigegeben. Die Änderung gilt, und alle, die dem Fall folgen, werden benachrichtigt.
staff-hearing-rejected = Abgelehnt. Was vorher bekannt war, gilt weiter.
# To whoever recorded it. Variables: $what – of what; $name – who decided; $case – its name.
staff-recorded-decided =
    { $what ->
        [hearing-approved] { $name } hat freigegeben, was Sie zu einer Verhandlung im Fall „{ $case }“ erfasst haben. Es gilt jetzt.
        [hearing-rejected] { $name } hat abgelehnt, was Sie zu einer Verhandlung im Fall „{ $case }“ erfasst haben. Was vorher bekannt war, gilt weiter.
       *[incident-rejected] { $name } hat abgelehnt, was Sie zu einem Vorfall im Fall „{ $case }“ erfasst haben. Was vorher bekannt war, gilt weiter.
    }
staff-incident-new-title = Zur Freigabe: ein Vorfall im Fall „{ $case }“
staff-incident-title =
    { $amendment ->
        [adds] Zur Freigabe: Näheres zu einem Vorfall im Fall „{ $case }“
        [corrects] Zur Freigabe: die Berichtigung eines Vorfalls im Fall „{ $case }“
       *[withholds] Zur Freigabe: Private Angaben zu einem Vorfall im Fall „{ $case }“ werden zurückgenommen
    }
staff-incident-was = Bisher gilt: { $was }
staff-incident-retracted = Es ist nicht so geschehen, wie berichtet wurde. Alle, die dem Fall folgen, erfahren das.
staff-incident-consent = Es berichtet über: { $what }. Die Einwilligung liegt vor.
staff-incident-expired = Nicht gesendet: die Nachricht von einem Vorfall im Fall „{ $case }“
# Somebody asks to stop or start what is going out; it takes a second person. Variables: $case – its name.
staff-broadcast-asked =
    { $what ->
        [alert-pause] Zur Zustimmung: den Hinweis im Fall „{ $case }“ anhalten
        [alert-cancel] Zur Zustimmung: den Rest des Hinweises im Fall „{ $case }“ absagen
       *[post-resume] Zur Zustimmung: den Beitrag zum Fall „{ $case }“ weiter versenden
    }
# Variables: $name – who asked; $until – date and time.
staff-broadcast-asked-by = Darum bittet { $name }. Es braucht eine zweite Person; die Bitte verfällt: { $until }.
# What follows from agreeing.
staff-broadcast-asked-then =
    { $what ->
        [alert-pause] Bis jemand ihn fortsetzt, erfährt niemand mehr davon.
        [alert-cancel] Es erfährt niemand mehr davon.
       *[post-resume] Er geht an alle, die ihn noch nicht haben.
    }
# Somebody has stopped or started what is going out. Variables: $case – its name.
staff-broadcast-done =
    { $what ->
        [post-pause] Angehalten: der Beitrag zum Fall „{ $case }“. Niemand sonst bekommt ihn, bis zwei Personen ihn fortsetzen.
        [post-resume] Geht weiter: der Beitrag zum Fall „{ $case }“.
        [post-cancel] Abgesagt: der Rest des Beitrags zum Fall „{ $case }“. Niemand sonst bekommt ihn.
        [digest-pause] Angehalten: der wöchentliche Überblick. Niemand erhält ihn mehr, bis ihn jemand weiterlaufen lässt.
        [digest-resume] Läuft weiter: der wöchentliche Überblick.
        [digest-cancel] Abgebrochen: was vom wöchentlichen Überblick noch ausstand. Niemand erhält ihn mehr.
        [alert-pause] Angehalten: der Hinweis im Fall „{ $case }“. Niemand sonst erfährt davon, bis jemand ihn fortsetzt.
        [alert-resume] Geht weiter: der Hinweis im Fall „{ $case }“.
       *[alert-cancel] Abgesagt: der Rest des Hinweises im Fall „{ $case }“. Niemand sonst erfährt davon.
    }
# Variables: $names – a list of one person, or of two who agreed.
staff-broadcast-done-by = Von { $names }.
# Why an agreement was not accepted.
staff-broadcast-refused =
    { $reason ->
        [own-request] Darum haben Sie selbst gebeten. Eine zweite Person muss zustimmen.
        [request-lapsed] Niemand wartet mehr auf Ihre Zustimmung: Die Bitte ist verfallen oder wurde zurückgenommen.
       *[action-impossible] Das geht nicht mehr: Es ist hinausgegangen oder wurde inzwischen abgesagt.
    }
# The sender has halted what is going out, after too many faults. Variables: $case – its name.
staff-broadcast-halted =
    { $kind ->
        [alert] Gestoppt: der Hinweis im Fall „{ $case }“. Der Versand misslingt immer wieder, und niemand sonst erfährt davon.
        [digest] Gestoppt: der wöchentliche Überblick. Er scheitert immer wieder, und niemand erhält ihn mehr.
       *[post] Gestoppt: der Beitrag zum Fall „{ $case }“. Der Versand misslingt immer wieder, und niemand sonst bekommt ihn.
    }
staff-broadcast-halted-then = In der Liste der Sendungen steht, woran es liegt. Ist das behoben, kann der Versand weitergehen.
# Posts of the whole campaign: stopped, asked to go on, going on.
staff-pause-all =
    { $what ->
        [paused] Angehalten: alle Beiträge. Keiner geht hinaus, bis zwei Personen sie wieder starten. Hinweise auf Verhandlungen gehen weiter.
        [asked] Zur Zustimmung: alle Beiträge wieder starten. Es braucht eine zweite Person.
       *[lifted] Alle Beiträge gehen wieder hinaus.
    }
# The same for one case. Variables: $case – its name.
staff-pause-case =
    { $what ->
        [paused] Angehalten: Beiträge zu { $case }. Keiner geht hinaus, bis zwei Personen sie wieder starten. Hinweise auf Verhandlungen gehen weiter.
        [asked] Zur Zustimmung: Beiträge zu { $case } wieder starten. Es braucht eine zweite Person.
       *[lifted] Beiträge zu { $case } gehen wieder hinaus.
    }
# The stop switch for posts, in the bot and in the console: nothing is stopped.
pause-running = Beiträge gehen hinaus.
# Variables: $name – who did it; $since – date and time.
pause-standing = Alle Beiträge sind angehalten, von { $name }, seit { $since }. Hinweise auf Verhandlungen gehen weiter.
# The same for one case. Variables: $case – its name.
pause-case-standing = Beiträge zu { $case } sind angehalten, von { $name }, seit { $since }.
# Variables: $name – who asked; $until – date and time.
pause-asked = { $name } will wieder starten. Es braucht eine zweite Person, die freigibt; die Anfrage verfällt: { $until }.
# Below the switch, in the bot.
pause-explain = Eine Person hält Beiträge an; zwei, die freigeben, starten sie wieder. /pause zeigt diesen Schalter erneut.
# Above a list of cases, one of which is to be stopped.
pause-choose-case = Die Beiträge zu welchem Fall sollen angehalten werden?
# Somebody wants to start again what two others have started meanwhile.
pause-gone = Das ist nicht mehr angehalten.
# One tap of one person stops everything.
button-pause-all = Alle Beiträge anhalten
# Leads to a list of cases.
button-pause-one = Nur einen Fall anhalten
# It takes two people.
button-pause-lift = Wieder starten
# The second person agrees that posts go out again.
button-pause-agree = Zustimmen: wieder starten
# In place of text and buttons once there is a staff site; its address follows on a line of its own.
staff-approval-in-console = Sie lesen und entscheiden darüber in der Konsole, mit Ihrem Schlüssel:
# Somebody on the staff has lost all keys, and two others vouch for them. Variables: $name – of that person.
staff-chat-moved = { $name } entscheidet jetzt von einem anderen Telegram-Chat aus über Fakten. Weiß { $name } nichts davon, sperren Sie den Zugang dieser Person und sehen Sie nach, was entschieden wurde.
# Variables: $name – who did it; $places – a list of names in Telegram, such as “@reserve_bot”.
staff-reserve-changed =
    { $what ->
        [set] { $name } hat festgelegt, woran sich Leserinnen und Leser halten, wenn der Bot verstummt: { $places }
       *[none] { $name } hat entfernt, woran sich Leserinnen und Leser halten, wenn der Bot verstummt.
    }
staff-reserve-asked = { $name } schlägt vor, woran sich Leserinnen und Leser halten sollen, wenn der Bot verstummt: { $places }. Sie erfahren davon, sobald binnen 24 Stunden eine zweite Person zustimmt. Sehen Sie selbst nach, wer das betreibt: Wer einen falschen Ort nennt, führt alle dorthin.
# Somebody changed how many approvals posts take; below follow lines of staff-approvals-kind. Variables: $name – who did it.
staff-case-opened = { $name } hat den Fall „{ $case }“ angelegt. Außerhalb des Teams erfährt niemand davon, bis eine zweite Person seinen Worten zugestimmt hat.
staff-case-agreed = Ab jetzt sieht den Fall „{ $case }“, wer den Bot fragt.
staff-case-closed =
    { $what ->
        [closed] { $name } hat den Fall „{ $case }“ abgeschlossen. Was dazu noch hinausgehen sollte, ist zurückgenommen, und Neues wird erst eingetragen, wenn ihn jemand wieder öffnet.
       *[open] { $name } hat den Fall „{ $case }“ wieder geöffnet.
    }
staff-reminders-changed = { $name } hat geändert, wann alle, die nichts anderes gewählt haben, an Verhandlungen erinnert werden. Ab jetzt: { $times }
staff-approvals-changed = { $name } hat geändert, wie viele Freigaben ein Beitrag braucht, außer von der Person, die ihn geschrieben hat. Ab jetzt:
# Somebody wants fewer approvals; below follow lines of staff-approvals-kind. Variables: $name – who asked for it.
staff-approvals-asked = { $name } möchte, dass Beiträge weniger Freigaben brauchen, außer von der Person, die sie geschrieben hat. Dafür muss binnen einer halben Stunde noch jemand zustimmen, der koordiniert oder verwaltet. Dann wären es:
# Below those lines, when anything was taken back.
staff-approvals-drafts = Was nach der bisherigen Regel eingereicht wurde und noch nicht hinausgegangen ist, ist wieder ein Entwurf. Sehen Sie es durch und reichen Sie es neu ein.
# Who did something at the machine, without a name: stands for $name at the beginning of “staff-reserve-changed”.
staff-operator = Die Person, die den Dienst am Rechner betreibt,
staff-replacement =
    { $what ->
        [asked] Für { $name } werden neue Schlüssel verlangt; die alten sollen verloren sein. Eine zweite Person muss in der Konsole zustimmen; alle können dort widersprechen.
        [agreed] Neuen Schlüsseln für { $name } wurde zugestimmt. Sie gelten in 24 Stunden; bis dahin können alle in der Konsole widersprechen.
       *[dropped] Es wurde widersprochen: Für { $name } gibt es keine neuen Schlüssel.
    }
# Two people name a colleague in advance who takes over roles when others are gone. Variables: $name – of that colleague; $roles – a list.
staff-succession =
    { $what ->
        [named] { $name } soll übernehmen, wenn andere ausfallen: { $roles }. Eine zweite Person muss in der Konsole zustimmen; dort können alle widersprechen.
        [agreed] { $name } ist benannt, zu übernehmen, wenn andere ausfallen: { $roles }.
        [called] { $name } wurde gebeten, zu übernehmen: { $roles }. Das gilt in 24 Stunden; bis dahin können alle in der Konsole widersprechen.
        [uncalled] Jemand hat widersprochen: { $name } übernimmt vorerst nicht: { $roles }.
        [dropped] Jemand hat widersprochen: { $name } ist nicht mehr benannt, zu übernehmen: { $roles }.
        [doubted] Eine der beiden Personen, die { $name } als Nachfolge benannt haben, ist nicht mehr da: { $roles }. Bestätigt es niemand in der Konsole, verfällt es in 7 Tagen; dort können alle widersprechen.
        [confirmed] Bestätigt: { $name } übernimmt, wenn andere ausfallen: { $roles }.
        [confirmed-once] Eine Person hat bestätigt, dass { $name } übernimmt, wenn andere ausfallen: { $roles }. Von den beiden, die das benannt hatten, zählt niemand mehr: Bestätigt es nicht auch eine zweite Person in der Konsole, verfällt es.
        [lapsed] Niemand hat es rechtzeitig bestätigt: { $name } ist nicht mehr benannt, zu übernehmen: { $roles }.
       *[taken] { $name } hat übernommen: { $roles }.
    }
# Telegram refuses a text in one language only. Variables: $case – its name; $language – name of the language.
staff-post-unapproved = Wieder ein Entwurf: der Beitrag zu „{ $case }“ auf { $languages }. Seine Freigabe zählt nicht mehr: Wer sie gegeben hat, ist nicht mehr dabei, oder etwas wurde seitdem geändert. Er muss neu eingereicht und freigegeben werden.
staff-text-halted =
    { $kind ->
        [alert] Nicht gesendet: der Hinweis im Fall „{ $case }“, Sprache: { $language }. Telegram weist diesen Text zurück, und wer ihn liest, erfährt nicht davon.
        [digest] Nicht gesendet ({ $language }): der wöchentliche Überblick. Telegram nimmt diesen Text nicht an, und wer ihn liest, erhält ihn nicht.
       *[post] Nicht gesendet: der Beitrag zum Fall „{ $case }“, Sprache: { $language }. Telegram weist diesen Text zurück, und wer ihn liest, bekommt ihn nicht.
    }
press-embargo = Sperrfrist: nicht zu veröffentlichen vor { $until }, das ist { $utc }.
press-farewell = Sie erhalten dies, weil Sie zugestimmt haben, in unserem Presseverteiler zu stehen. Um nichts mehr zu erhalten:
press-leave-question = Möchten Sie keine E-Mails mehr von unserem Presseverteiler?
press-leave-button = Keine E-Mails mehr
press-left = Sie erhalten keine E-Mails mehr von uns, und Ihre Adresse ist gelöscht.
staff-account-stopped =
    { $state ->
        [paused] Angehalten nach mehreren Fehlschlägen in Folge: das Konto { $handle } bei { $network }. Was dort geplant ist, wartet, bis jemand es wieder freigibt.
        [budget] Angehalten: Das Konto { $handle } bei { $network } hat diesen Monat kein Budget mehr für das, was als Nächstes kommt. Was dort geplant ist, wartet, bis das Budget erhöht oder der Monat vorbei ist und jemand es wieder freigibt.
        [suspended] Gesperrt: { $network } hat unser Konto { $handle } gesperrt. Was dort geplant ist, wartet, bis { $network } es freigibt und das Konto wieder verbunden ist.
        [expired] Abgelaufen: Unsere Zugangsdaten für das Konto { $handle } auf { $network } gelten nicht mehr, oder jemand hat sie dort widerrufen. Was dort geplant ist, wartet, bis jemand dort neue erstellt und das Konto wieder verbindet.
       *[disconnected] Getrennt: { $network } nimmt unsere Zugangsdaten für { $handle } nicht mehr an. Was dort geplant ist, wartet, bis das Konto wieder verbunden ist.
    }
staff-account-ends = Läuft bald ab: unsere Zugangsdaten für das Konto { $handle } bei { $network }. Sie gelten bis { $end }. Machen Sie neue und verbinden Sie das Konto vorher noch einmal, sonst wartet, was dort geplant ist.
# Below that an account was suspended; the text itself follows, in each language of the campaign.
staff-notice-prepared = Das ist für die anderen Konten vorbereitet. Reichen Sie es als Beitrag ein: Es geht hinaus, sobald eine zweite Person es freigegeben hat.
# Prepared for readers elsewhere. Variables: $handle – the account; $network – such as Mastodon; $places – a list of our other accounts.
notice-account = { $network } hat unser Konto { $handle } gesperrt. Sie finden uns hier: { $places }
# The same for the bot. Variables: $handle – its name; $places – a list of names in Telegram.
notice-bot = Telegram nimmt von unserem Bot { $handle } nichts mehr an. Nachrichten über Verhandlungen kommen jetzt hier: { $places }
staff-account-delivery =
    { $why ->
        [failed] Nicht veröffentlicht bei { $network }, Konto { $handle }: der Beitrag zu { $case }. Das Netzwerk hat ihn abgelehnt.
        [unknown] Es ist nicht bekannt, ob der Beitrag zu { $case } bei { $network }, Konto { $handle }, steht. Sehen Sie im Konto nach und tragen Sie ein, was Sie gesehen haben.
        [too-late] Nicht veröffentlicht bei { $network }, Konto { $handle }: der Beitrag zu { $case }. Seine Zeit war vorbei.
        [case-closed] Nicht veröffentlicht bei { $network }, Konto { $handle }: der Beitrag zu { $case }. Der Fall wurde geschlossen.
       *[unapproved] Aufgehalten vor { $network }, Konto { $handle }: der Beitrag zu { $case }. Keine Freigabe deckt genau das, was hinausgegangen wäre.
    }
# An alert came too late to be sent. Variables: $case – its name.
staff-alert-expired =
    { $kind ->
        [announced] Nicht gesendet: die Nachricht von einer Verhandlung im Fall „{ $case }“
        [reminder] Nicht gesendet: eine Erinnerung an eine Verhandlung im Fall „{ $case }“
        [changed] Nicht gesendet: die Änderung einer Verhandlung im Fall „{ $case }“
        [cancelled] Nicht gesendet: die Absage einer Verhandlung im Fall „{ $case }“
        [no_outcome] Nicht gesendet: die Mitteilung, dass von einer Verhandlung im Fall „{ $case }“ nichts bekannt ist
        [confirmed] Nicht gesendet: die Bestätigung einer Verlegung im Fall „{ $case }“
        [corrected] Nicht gesendet: die Berichtigung einer Nachricht im Fall „{ $case }“
       *[outcome] Nicht gesendet: das Ergebnis einer Verhandlung im Fall „{ $case }“
    }
# Variables: $due – date and time.
staff-alert-expired-why = Fällig war: { $due }. Es konnte nicht rechtzeitig hinausgehen und nützt jetzt niemandem mehr. Wer dem Fall folgt, hat nichts davon erfahren.
# Several came too late, most often in one outage. Variables: $count – how many.
staff-alerts-expired-title =
    { $count ->
        [one] { $count } Benachrichtigung kam zu spät und wurde nicht gesendet
       *[other] { $count } Benachrichtigungen kamen zu spät und wurden nicht gesendet
    }
# Variables: $due – date and time.
staff-alerts-expired-due = Fällig war: { $due }
# Behind the first of them. Variables: $count – how many others there are.
staff-alerts-expired-more =
    { $count ->
        [one] Und { $count } weitere; alle stehen in der Verwaltung.
       *[other] Und { $count } weitere; alle stehen in der Verwaltung.
    }
staff-alerts-expired-why = Sie konnten nicht rechtzeitig hinausgehen und nützen jetzt niemandem mehr. Wer dem Fall folgt, hat nichts davon erfahren.
# Variables: $languages – a list of language names.
staff-catalogues-unchecked = In diesen Sprachen hat noch niemand, dessen Muttersprache es ist, die eigenen Texte des Bots geprüft: { $languages }

## The console, where staff work in a browser

console-title = Konsole des Teams
# The first link of every page, for who uses a keyboard.
console-skip = Zum Inhalt
# Names the list of pages for who cannot see it.
console-nav = Seiten
console-sign-out = Abmelden
# Above the list of languages.
console-language = Sprache
# The button behind a list from which one is chosen.
console-choose = Wählen
console-waiting-title = Was auf mich wartet
console-keys-title = Meine Schlüssel
# Names the stop switch for who cannot see it.
console-pause-title = Not-Halt für Beiträge
# What was just done.
console-note =
    { $what ->
        [paused] Angehalten. Es geht nichts mehr hinaus.
        [lift-asked] Sie möchten wieder starten. Eine zweite Person, die freigibt, muss zustimmen.
        [lifted] Wieder gestartet. Was angehalten war, geht hinaus.
        [approved] Freigegeben, mit Ihrem Schlüssel signiert.
        [approved-partly] Freigegeben, mit Ihrem Schlüssel unterschrieben. Es geht hinaus, sobald es noch jemand freigegeben hat.
        [rejected] Abgelehnt. Wer den Text geschrieben hat, sieht Ihre Entscheidung.
        [key-added] Der Schlüssel ist hinzugefügt.
        [key-removed] Der Schlüssel ist entfernt.
        [signed-out] Sie sind abgemeldet.
        [saved] Gespeichert.
        [submitted] An eine zweite Person gegeben.
        [withdrawn] Zurückgenommen.
        [retracted] Zurückgezogen. Was sich entfernen lässt, wird entfernt; wie weit das ist, steht auf dieser Seite.
        [asked] Angefragt. Eine zweite Person muss zustimmen.
       *[done] Erledigt.
    }
# Why something was not done. What waits for approval has its own reasons above (staff-refused).
console-refused =
    { $reason ->
        [key-needed] Darüber wird nur mit einem Schlüssel entschieden, in der Konsole.
        [key-refused] Der Schlüssel wurde nicht angenommen. Versuchen Sie es noch einmal, mit einem, den Sie hier hinzugefügt haben.
        [key-known] Dieser Schlüssel ist schon hinzugefügt. Nehmen Sie einen anderen.
        [second-key-missing] Um das freizugeben, brauchen Sie zwei eigene Schlüssel und haben einen. Fügen Sie auf der Seite „Meine Schlüssel“ auf einem anderen Gerät einen hinzu und versuchen Sie es noch einmal.
        [last-key] Das ist Ihr letzter Schlüssel. Fügen Sie erst einen anderen hinzu.
        [sign-in-again] Es ist mehr als fünf Minuten her, dass Sie einen Schlüssel gezeigt haben. Melden Sie sich ab und wieder an, dann versuchen Sie es noch einmal.
        [challenge-lapsed] Das hat zu lange gedauert oder wurde zweimal gesendet. Versuchen Sie es noch einmal.
        [too-many-tries] Zu viele Versuche. Warten Sie fünf Minuten, dann versuchen Sie es noch einmal.
        [role-missing] Ihre Rollen erlauben das nicht.
        [pause-unknown] Das ist nicht mehr angehalten.
        [unknown] Es ist nicht mehr da, oder war nie da.
        [changed-since] Es wurde inzwischen geändert. Sehen Sie es sich an, wie es jetzt ist.
        [window-past] Die Zeit, in der dies hinausgehen sollte, ist vorbei.
        [end-past] Die Zeit, in der er hinausgehen darf, ist vorbei. Wählen Sie ein späteres Ende oder keines.
        [start-past] Der Beginn ist schon vorbei. Wählen Sie einen späteren oder keinen: Dann geht er hinaus, sobald er freigegeben ist.
        [window-empty] Er würde enden, bevor er beginnt. Wählen Sie ein Ende nach dem Beginn.
        [embargo-past] Die Sperrfrist wäre schon vorbei. Wählen Sie einen späteren Zeitpunkt oder keinen.
        [embargo-outside-window] Niemand bekäme ihn unter der Sperrfrist, oder niemand danach. Wählen Sie einen Zeitpunkt nach dem Beginn und vor dem Ende.
        [other-site] Dieses Formular kam nicht von seiner eigenen Seite. Öffnen Sie die Konsole neu.
        [incomplete] Etwas fehlt oder ist so geschrieben, dass wir es nicht lesen können.
        [own-keys] Niemand bürgt für sich selbst. Bitten Sie zwei andere aus dem Team.
        [own-request] Das haben Sie selbst verlangt. Eine zweite Person muss zustimmen.
        [succession-waits] Es gilt noch nicht: Erst muss ein Tag vergehen, an dem alle widersprechen können.
        [request-lapsed] Diese Anfrage ist verfallen, erledigt oder zurückgenommen.
        [telegram-name-unusable] So kann in Telegram nichts heißen: 5 bis 32 lateinische Buchstaben, Ziffern und Unterstriche; der Name eines Bots endet auf „bot“.
        [source-missing] Nennen Sie, wer das berichtet hat.
        [zone-unknown] Diese Zeitzone gibt es nicht. Schreiben Sie Gebiet und Stadt.
        [date-malformed] Diesen Tag oder diese Zeit gibt es nicht. Sehen Sie noch einmal nach.
        [date-missing] Geben Sie das Datum an, oder erfassen Sie die Verhandlung als verschoben.
        [hearing-past] Dieser Zeitpunkt ist vorbei. Prüfen Sie Datum und Zone; eine vergangene Verhandlung hat stattgefunden.
        [hearing-ahead] Dieser Tag kommt erst noch. Als stattgefunden gilt eine Verhandlung, wenn es so weit war.
        [incident-ahead] Dieser Zeitpunkt kommt erst noch. Ein Vorfall ist, was geschehen ist.
        [court-missing] Nennen Sie das Gericht in mindestens einer Sprache.
        [what-missing] Sagen Sie in mindestens einer Sprache, was geschehen ist.
        [result-not-held] Nur eine Verhandlung, die stattgefunden hat, hat Entscheidungen oder wird vertagt. Erfassen Sie sie so, oder ohne diese als verschoben.
        [next-hearing-unfit] Die nächste Verhandlung braucht ein Datum, das noch kommt, und eine Zeit, die es gibt.
        [next-hearing-made] Die nächste Verhandlung ist inzwischen erfasst. Ändern Sie sie dort.
        [postponed-with-date] Mit neuem Datum ist sie angesetzt: Folgende erfahren die Änderung und werden erinnert.
        [person-unknown] Wählen Sie eine Person dieses Falls.
        [account-disconnected] Dieses Konto ist getrennt. Wer Konten verbindet, muss es neu verbinden.
        [not-resendable] Diese werden nicht noch einmal gesendet.
        [broadcast-stands] Das ist angehalten. Lassen Sie es erst weiterlaufen.
        [overtaken] Folgende kennen inzwischen neuere Fakten. Die alten werden nicht noch einmal gesendet.
        [approval-gone] Die Freigabe dieses Textes zählt nicht mehr. Jemand muss ihn neu freigeben.
        [alt-missing] Dem Bild fehlt noch die Beschreibung für alle, die es nicht sehen.
        [card-missing] Die Karte wurde gemacht, bevor dieser Text geschrieben war. Machen Sie sie noch einmal.
        [card-outdated] Seit die Karte gemacht wurde, haben sich die Tatsachen geändert. Machen Sie sie noch einmal.
        [facts-not-in-effect] Davon gilt noch nichts, oder es wurde zurückgenommen. Eine Karte zeigt nur, was eine zweite Person bestätigt hat.
        [card-needs-consent] Es geht um Gesundheit oder Folter. Eine Einwilligung dazu kann zurückgezogen werden, ein Bild nicht: Schreiben Sie es als Text.
        [card-too-long] Es steht zu viel darauf, um gelesen zu werden. Wählen Sie weniger Worte.
        [card-undrawable] In unseren Schriften fehlt ein Zeichen dafür. Schreiben Sie mit den Buchstaben unserer Sprachen, ohne Emoji.
        [quote-missing] Das Zitat fehlt in einer der Sprachen des Beitrags.
        [no-text] Hier ist noch nichts geschrieben.
        [not-editable] Was hinausgegangen ist, lässt sich nicht mehr ändern. Schreiben Sie einen neuen Beitrag, der sagt, was falsch war.
        [not-submittable] Nur ein Entwurf wird weitergegeben. Ändern Sie zuerst den Text, dann ist er einer.
        [not-withdrawable] Was hinausgegangen ist, wird auf der Seite des Beitrags zurückgezogen. Schreiben Sie einen neuen Beitrag, der sagt, was falsch war.
        [case-closed] Der Fall ist abgeschlossen. Öffnen Sie ihn zuerst wieder, oder wählen Sie einen anderen.
        [name-unusable] Das kann kein Name sein. Schreiben Sie ihn mit Buchstaben oder Ziffern.
        [roles-missing] Wählen Sie mindestens eine Rolle.
        [limited-to-cases] Sie arbeiten nur an einigen Fällen, und dies betrifft alle.
        [admin-not-limited] Wer Admin ist, kann nicht auf Fälle beschränkt werden: Die Beschränkung ließe sich von derselben Person aufheben.
        [languages-missing] Wählen Sie mindestens eine Sprache, die diese Person liest.
       *[failed] Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal; die Ursache steht im Protokoll des Dienstes.
    }
console-refused-deciders = Über die Tatsachen könnten weniger als zwei Personen entscheiden in: { $cases }. Lassen Sie zuerst an jedem Fall zwei mit verbundenem Chat arbeiten.
console-refused-name =
    { $where ->
        [alt] Die Beschreibung des Bildes nennt jemanden, der nur mit seiner Rolle vorkommt. Schreiben Sie stattdessen „eine minderjährige Person“, „eine Person, die als Zeugin oder Zeuge aussagt“ oder „eine betroffene Person“.
        [card] Die Karte würde jemanden nennen, der nur mit seiner Rolle vorkommt. Schreiben Sie stattdessen „eine minderjährige Person“, „eine Person, die als Zeugin oder Zeuge aussagt“ oder „eine betroffene Person“.
       *[text] Der Text nennt jemanden, der nur mit seiner Rolle vorkommt. Schreiben Sie stattdessen „eine minderjährige Person“, „eine Person, die als Zeugin oder Zeuge aussagt“ oder „eine betroffene Person“.
    }
console-refused-account-text = Die Sprache von { $account } ist { $language }, und darin hat der Beitrag keinen Text. Schreiben Sie erst einen.
console-refused-account-disconnected = { $account } ist getrennt, oder die Zugangsdaten sind abgelaufen: Dort ginge nichts hinaus. Lassen Sie es neu verbinden, oder nehmen Sie es vom Beitrag.
console-refused-alt =
    { $fault ->
        [too-long] Die Beschreibung des Bildes ist zu lang: { $length } Zeichen, höchstens { $limit }. Kürzen Sie sie.
       *[unreadable] Die Beschreibung des Bildes enthält ein Zeichen, das sich nicht senden lässt, oder nichts Sichtbares. Schreiben Sie sie neu.
    }
console-refused-image =
    { $why ->
        [image-empty] Es wurde keine Datei gewählt, oder sie ist leer. Wählen Sie ein Bild.
        [image-too-large] Die Datei ist größer als { $limit }. Speichern Sie sie kleiner.
        [image-too-many-pixels] Das Bild hat mehr als { $limit } Millionen Pixel. Machen Sie es kleiner.
        [image-moves] Das Bild bewegt sich. Wählen Sie ein einzelnes daraus.
        [image-too-narrow] Eine Seite des Bildes ist mehr als { $limit }-mal so lang wie die andere. Schneiden Sie es zu.
       *[image-unreadable] Das ist kein Bild, das wir lesen können, was auch sein Name sagt, oder es ist beschädigt. Wählen Sie ein ganzes Bild: { $kinds }.
    }
console-refused-account-length =
    { $what ->
        [word-too-long] Für { $account } ist ein Wort zu lang: { $length }, höchstens { $limit }. Kürzen oder teilen Sie es.
        [alt-too-long] Für { $account } ist die Beschreibung des Bildes zu lang: { $length }, höchstens { $limit }. Kürzen Sie sie.
       *[post-too-long] Für { $account } ist der Text zu lang: { $length }, höchstens { $limit }. Kürzen Sie ihn.
    }
console-refused-account-parts = Für { $account } bräuchte der Text mehr als { $limit } Teile. Kürzen Sie ihn.
console-refused-account-image = { $account } nimmt dieses Bild nicht. Lassen Sie es weg oder wählen Sie ein anderes.
console-refused-account-language = Der Server von { $account } hat keine Beiträge in dieser Sprache: { $language }. Wer ihn betreibt, muss sie hinzufügen.
console-refused-budget = Auf { $account } würde das { $cost } kosten; von { $budget } für diesen Monat sind { $left } übrig. Kürzen Sie den Text oder lassen Sie Adressen weg.
console-refused-claimed = { $name } arbeitet an diesem Text, noch höchstens { $minutes } Min. Danach können Sie ihn übernehmen, oder bitten Sie darum, ihn freizugeben. Nichts wurde geändert.
console-refused-title = Das wurde nicht getan
console-back-home = Zurück zu dem, was auf mich wartet
console-no-site-title = Die Konsole braucht eine eigene Domain
# The setting itself stands below.
console-no-site = Das Team meldet sich mit Passkeys an, und diese sind an eine Domain gebunden. Wer den Dienst betreibt, trägt ihre Adresse in diese Einstellung ein und startet den Dienst neu. Bis dahin werden Texte per Telegram-Knopf freigegeben.
console-sign-in-title = Anmelden
console-sign-in-how = Halten Sie einen Ihrer Schlüssel bereit. Ihr Gerät fragt nach Finger, Gesicht oder PIN; nichts davon verlässt es.
console-sign-in-button = Mit einem Schlüssel anmelden
# Where JavaScript is off, or the browser is too old.
console-script-needed = Ihr Schlüssel ist nur über JavaScript erreichbar. Schalten Sie es für diese Adresse ein, oder nehmen Sie einen neueren Browser.
# The device or the person broke it off.
console-key-failed = Es wurde nichts signiert. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Schlüssel.
# Variables: $name – of the person who was invited.
console-invitation-title = Willkommen, { $name }
console-invitation-how = Fügen Sie hier Ihren ersten Schlüssel hinzu. Er bleibt auf diesem Gerät oder in dem Dienst, der Ihre Schlüssel verwahrt; zu uns kommt nur die öffentliche Hälfte. Fügen Sie dann auf einem anderen Gerät einen zweiten hinzu: Wer alle Schlüssel verliert, wartet einen Tag auf neue.
console-invitation-button = Meinen ersten Schlüssel hinzufügen
console-invitation-gone = Dieser Link wurde benutzt, ist abgelaufen oder durch einen neueren ersetzt. Bitten Sie die Person, die Sie eingeladen hat, um einen anderen.
# After a loss of keys everybody has a day to object. Variables: $from – date and time.
console-invitation-waits = Dieser Link gilt ab: { $from }. Bis dahin können alle im Team widersprechen.
console-keys-why = Alle haben mindestens zwei Schlüssel, auf zwei Geräten. Wer alle verliert, wartet einen Tag auf neue.
# Shown on every page until there are two.
# Variables: $from – date and time.
console-keys-one = Sie haben nur einen Schlüssel. Fügen Sie auf einem anderen Gerät einen zweiten hinzu: Ohne ihn können Sie nichts mehr freigeben, und zwar ab: { $from }.
console-keys-one-due = Sie haben nur einen Schlüssel und können deshalb nichts freigeben. Fügen Sie auf einem anderen Gerät einen zweiten hinzu.
console-keys-add = Schlüssel hinzufügen
# Variables: $number – of the key in the list.
console-keys-remove = Schlüssel { $number } entfernen
# One key in a list. Variables: $number; $added – date and time.
console-key = Schlüssel { $number }, hinzugefügt: { $added }
# Variables: $at – date and time.
console-key-used = Zuletzt benutzt: { $at }
# The key is kept by a service such as iCloud or Google.
console-key-copied = Verwahrt von einem Dienst, der ihn auf Ihre anderen Geräte kopiert
console-waiting-none = Nichts wartet auf Sie.
console-bot-stopped = Telegram nimmt seit { $since } nichts mehr von unserem Bot an: kein Hinweis, keine Nachricht, kein Beitrag in einem Kanal geht hinaus. Beiträge, die auf einen Kanal warten: { $posts }. Sie gehen weiter, sobald Telegram den Bot wieder annimmt.
console-waiting-texts = Texte zur Freigabe
console-waiting-hearings = Angaben zu Verhandlungen zur Freigabe
console-waiting-incidents = Vorfälle zur Freigabe
console-waiting-agreements = Wartet auf Ihre Zustimmung
console-waiting-by = Vorgeschlagen von { $name }
# What the person wrote and handed to others.
console-waiting-own = Was Sie geschrieben haben und andere entscheiden
console-waiting-undescribed = Bilder, die niemand beschrieben hat
console-waiting-drafts = Ihre Entwürfe
# Variables: $at – date and time.
console-waiting-since = Seit { $at }
console-waiting-again = Neu freizugeben
# Leads to a post in one language. Variables: $case – name of the case; $language – name of the language.
console-post-link = { $case } – { $language }
# Variables: $given – approvals given; $needed – approvals that it takes.
console-approvals = { NUMBER($given) } von { $needed ->
        [one] { NUMBER($needed) } Freigabe
       *[other] { NUMBER($needed) } Freigaben
    }
console-approvals-stuck = Weniger Menschen dürfen diesen Text noch freigeben, als es braucht: Die anderen, die seine Sprache lesen, haben ihn begonnen oder seit der letzten Freigabe etwas daran geändert. Geben Sie noch jemandem, der sie liest, die Rolle „Freigeben“, oder lassen Sie eine Person ihn als eigenen Beitrag neu beginnen.
console-covers-title = Was Ihre Freigabe umfasst
console-field-case = Fall
console-field-kind = Art
console-field-author = Geschrieben von
console-field-when = Wann
console-field-where = Wohin
console-target-telegram = Alle, die dem Fall folgen, auf Telegram
# A row of characters that stands for exactly this content.
console-field-hash = Fingerabdruck
# What the picture shows, in words.
console-field-image = Bild
# Variables: $language – name of the language.
console-text-title = Der Text ({ $language }), wie er ankommt
# Variables: $language – name of the language.
console-source-title = Übersetzt aus diesem Text ({ $language })
console-changes-title = Was sich gegenüber der letzten Freigabe geändert hat
console-changes-none = Davon wurde noch nichts freigegeben.
# Before words that are gone, for who cannot see the colour.
console-change-removed = entfernt:
# Before words that are new, for who cannot see the colour.
console-change-added = neu:
console-decide-title = Ihre Entscheidung
console-decide-how = Ihr Schlüssel signiert genau das, was oben steht. Jede Änderung hebt das auf.
console-telegram-title = Mein Telegram-Chat
console-telegram-linked = Ein Chat ist verbunden: Anfragen kommen auch dort an.
console-telegram-none = Kein Chat ist verbunden. Anfragen sind nur hier zu sehen.
console-telegram-button = Link für meinen Chat erzeugen
# The link stands below.
console-telegram-how = Öffnen Sie diesen Link in Telegram, in dem Chat, der Ihrer sein soll. Er gilt einmal, eine Viertelstunde lang.
console-posts-title = Beiträge
console-cases-title = Fälle und Verhandlungen
console-broadcasts-title = Sendungen
console-calendar-title = Kalender
console-staff-title = Team
console-policy-title = Freigaben
console-policy-what = So viele verschiedene Personen müssen jeden Text freigeben, außer wer ihn geschrieben hat, bevor er hinausgeht. Mehr verlangen kann eine Person allein; für weniger braucht es zwei, innerhalb einer halben Stunde. Nach einer Änderung ist, was eingereicht war und noch nicht hinausging, wieder ein Entwurf und muss neu freigegeben werden; alle im Team erfahren davon.
console-policy-waiting =
    { $texts ->
        [one] { $texts } Text ist eingereicht und noch nicht hinausgegangen.
       *[other] { $texts } Texte sind eingereicht und noch nicht hinausgegangen.
    }
console-policy-asked = { $name } möchte weniger verlangen. Eine zweite Person kann bis { $until } zustimmen.
console-policy-whose = Das ändert, wer koordiniert oder verwaltet und an allen Fällen arbeitet.
console-reserve-title = In Reserve
console-reserve-what = Woran sich Leserinnen und Leser halten, wenn der Bot verstummt: Wer beginnt, erfährt davon. Etwas zu nennen braucht zwei Personen, binnen 24 Stunden; wegnehmen kann es eine allein, sofort. Alle im Team erfahren davon.
console-reserve-none = Nichts steht in Reserve.
console-reserve-bot = Zweiter Bot
console-reserve-channel = Kanal
console-reserve-asked = { $name } hat genannt: { $places }. Eine zweite Person kann bis { $until } zustimmen; vorher erfährt niemand davon, der folgt. Öffnen Sie es in Telegram und sehen Sie nach, wer es betreibt.
console-reserve-drop = Nicht nennen
console-reserve-whose = Das nennt, wer koordiniert oder verwaltet und an allen Fällen arbeitet.
console-case-waits = Wartet auf eine zweite Person
console-case-opened = Angelegt von { $name }, { $since }. Bis eine zweite Person zustimmt, kennt ihn nur das Team; das würde gezeigt:
console-case-address = Kurzname in der Adresse
console-case-persons = Personen
console-audit-title = Protokoll
# The audit log: what was done, after the name of whoever did it. Variables: $verb – the verb, of which the log holds the code word.
console-audit-verb =
    { $verb ->
        [account-deliveries-expire] Beitrag für ein Konto kam zu spät
        [account-deliveries-move] Beitrag für ein Konto verschoben
        [account-deliveries-publish] Beitrag für Konten eingeplant
        [account-deliveries-record-retraction] Löschung in einem Netzwerk festgehalten
        [account-deliveries-refuse] Beitrag vom Netzwerk abgelehnt
        [account-deliveries-retract] Beitrag zurückgezogen
        [account-deliveries-retract-from-account] Beitrag von einem Konto zurückgezogen
        [account-deliveries-revive] Beitrag für ein Konto wieder auf den Weg gebracht
        [account-deliveries-see] Gesagt, wo ein Beitrag steht, der weitergeht; eine zweite Person fehlt noch
        [account-deliveries-settle] Entschieden, ob ein Beitrag im Netzwerk steht
        [account-deliveries-withdraw] Beiträge für Konten zurückgenommen
        [accounts-connect] Konto verbunden
        [accounts-disconnect] Konto getrennt
        [accounts-pause] Konto angehalten
        [accounts-reconnect] Konto neu verbunden
        [accounts-resume] Konto wieder gestartet oder darum gebeten
        [accounts-set-budget] Budget des Kontos festgelegt
        [accounts-stop] Konto vom Dienst angehalten
        [accounts-warn-of-end] Gewarnt, dass der Zugang eines Kontos endet
        [alerts-dispatch] Benachrichtigung hinausgegangen
        [alerts-replan] Benachrichtigungen neu geplant
        [backups-restore] Sicherung zurückgespielt
        [bots-clear-stop] Bot arbeitet wieder
        [bots-ensure] Bot hinzugefügt
        [bots-record-stop] Telegram lehnt den Bot ab
        [broadcasts-act] Sendung angehalten, fortgesetzt oder abgebrochen
        [broadcasts-ask] Um Änderung einer Sendung gebeten
        [broadcasts-drop-request] Anfrage zu einer Sendung entfallen
        [broadcasts-halt] Sendung vom Dienst gestoppt
        [broadcasts-resend] Was nicht ankam, noch einmal gesendet
        [campaigns-ask-approvals] Um weniger Freigaben gebeten
        [campaigns-ask-reserve] Um andere Ausweichorte gebeten
        [campaigns-change] Kampagne geändert
        [campaigns-create] Kampagne gegründet
        [campaigns-drop-approvals-request] Anfrage nach weniger Freigaben entfallen
        [campaigns-drop-reserve-request] Anfrage zu den Ausweichorten entfallen
        [campaigns-set-approvals] Zahl der Freigaben geändert
        [campaigns-set-reserve] Ausweichorte benannt
        [cases-agree] Einem Fall zugestimmt
        [cases-close] Fall geschlossen
        [cases-create] Fall eröffnet
        [cases-import] Fall importiert
        [cases-record-event] Ereignis eines Falls festgehalten
        [cases-reopen] Fall wieder eröffnet
        [consents-record] Einwilligung festgehalten
        [consents-withdraw] Einwilligung widerrufen
        [contacts-add] Pressekontakt hinzugefügt
        [contacts-bounce] E-Mail an die Presse kam zurück
        [contacts-end] Pressekontakt beendet
        [deliveries-halt-text] Sendung in einer Sprache gestoppt
        [deliveries-recover] Senden nach einem Ausfall übernommen
        [deliveries-settle] Ausgang von Nachrichten festgehalten
        [deliveries-settle-calls] Ausgang von Antworten festgehalten
        [digests-dispatch] Wochenüberblick hinausgegangen
        [endpoints-add] Anderes System hinzugefügt
        [endpoints-gone] Anderes System hat seine Adresse aufgegeben
        [endpoints-remove] Anderes System entfernt
        [hearings-adjourn] Verhandlung vertagt
        [hearings-ask-again] Erneut um Entscheidung über eine Verhandlung gebeten
        [hearings-decide] Über eine Verhandlung entschieden
        [hearings-end-wait] Auf eine Verhandlung wird nicht mehr gewartet
        [hearings-import] Verhandlungen importiert
        [hearings-record] Verhandlung festgehalten
        [hearings-revise] Verhandlung geändert
        [hearings-ring] Zur Entscheidung über eine Verhandlung gerufen
        [incidents-decide] Über einen Vorfall entschieden
        [incidents-record] Vorfall festgehalten
        [incidents-revise] Vorfall geändert
        [invitations-accept] Einladung angenommen
        [invitations-invite] Eingeladen
        [keys-reseal] Mit einem neuen Schlüssel neu versiegelt
        [media-add] Bild hochgeladen
        [partners-add] Partner hinzugefügt
        [partners-add-secret] Geheimnis eines Partners angelegt
        [partners-report] Partner hat eine Verhandlung gemeldet
        [partners-revoke] Partner entfernt
        [partners-revoke-secret] Geheimnis eines Partners widerrufen
        [passkeys-add] Schlüssel hinzugefügt
        [passkeys-remove] Schlüssel entfernt
        [pauses-ask] Um Neustart der Beiträge gebeten
        [pauses-drop-request] Anfrage zum Neustart entfallen
        [pauses-lift] Beiträge wieder gestartet
        [pauses-pause] Beiträge angehalten
        [posts-ask-again] Erneut um Freigabe eines Textes gebeten
        [posts-claim-text] Text in Arbeit genommen
        [posts-create] Beitrag begonnen
        [posts-decide] Text freigegeben oder abgelehnt
        [posts-edit] Text bearbeitet
        [posts-keep-from-readers] Text wird nicht mehr verschickt
        [posts-publish] Text veröffentlicht
        [posts-release-text] Text wieder freigestellt
        [posts-set-accounts] Konten eines Beitrags festgelegt
        [posts-set-card] Karte eines Beitrags festgelegt
        [posts-set-embargo] Sperrfrist eines Beitrags festgelegt
        [posts-set-kind] Art eines Beitrags geändert
        [posts-set-photo] Bild eines Beitrags festgelegt
        [posts-set-schedule] Zeit eines Beitrags festgelegt
        [posts-set-sheet] Gemeinsames aller Sprachen eines Beitrags festgelegt
        [posts-set-warning] Inhaltswarnung eines Beitrags festgelegt
        [posts-settle-alt] Bildbeschreibung geklärt
        [posts-submit] Text eingereicht
        [posts-withdraw] Text zurückgenommen
        [sessions-end] Abgemeldet
        [sessions-refuse] Anmeldung abgelehnt
        [sessions-sign-in] Angemeldet
        [staff-requests-agree] Einer Anfrage zum Team zugestimmt
        [staff-requests-ask] Anfrage zum Team gestellt
        [staff-requests-drop] Anfrage zum Team entfallen
        [staff-requests-void-link] Für jemanden angelegter Link ungültig gemacht
        [staff-add] Teammitglied hinzugefügt
        [staff-create-link] Link zum Verbinden eines Chats angelegt
        [staff-issue-token] Token ausgestellt
        [staff-limit-to-cases] Auf einige Fälle beschränkt
        [staff-link-chat] Chat mit Teammitglied verbunden
        [staff-revoke] Aus dem Team genommen
        [staff-revoke-token] Token beendet
        [staff-send-test] Testnachricht gesendet
        [staff-set-language] Sprache gewählt
        [staff-unlink-chat] Chat getrennt
        [successions-agree] Einer Nachfolge zugestimmt
        [successions-call] Nachfolge gerufen
        [successions-confirm] Nachfolge bestätigt
        [successions-doubt] Nachfolge infrage gestellt
        [successions-name] Nachfolge vorgeschlagen
        [successions-object] Einer Nachfolge widersprochen
       *[successions-take-over] Nachfolge angetreten
    }
console-statistics-title = In Zahlen
console-statistics-hint = Menschen und Nachrichten werden auf Zehner gerundet angegeben, einmal am Tag. Weniger als 20 werden nicht angegeben.
console-statistics-followers = Folgende
console-statistics-few = weniger als 20
console-statistics-cases = Nach Fall
console-statistics-languages = Nach Sprache
console-statistics-hours = Nachrichten nach Stunden am { $day }
console-statistics-hour = Stunde
console-statistics-alerts = Wie spät Meldungen kamen
console-statistics-alerts-hint = Vom Zeitpunkt, zu dem eine Meldung fällig war, bis sie bei der ersten Person war, die folgt.
console-statistics-half = Die Hälfte innerhalb von
console-statistics-most = 99 von 100 innerhalb von
console-statistics-table = Als Tabelle
# Leads to the page before in a list that begins with the newest.
console-older = Ältere
# An empty list.
console-none = Hier ist noch nichts.
console-post-new = Einen Beitrag schreiben
# Variables: $case – its name.
console-post-title = Ein Beitrag zu { $case }
# Variables: $language – name of the language.
console-edit-title = Text: { $language }
console-edit-hint = Eine leere Zeile beginnt einen Absatz. Zwei Sternchen um Wörter machen sie fett, eines kursiv.
console-edit-text = Wortlaut
console-edit-alt = Was das Bild zeigt, für alle, die es nicht sehen
console-image-none = Er hat kein Bild.
console-image-file = Ein Bild: { $kinds }
console-image-hint = Höchstens { $size } und { $pixels } Millionen Pixel. Es wird neu gemacht, damit Ort, Zeit und Gerät nicht mit hinausgehen. Alle Sprachen teilen es, und jede braucht Worte für alle, die es nicht sehen. Alle Texte sind dann wieder Entwürfe.
console-image-use = Dieses Bild verwenden
console-image-remove = Bild entfernen
console-image-undescribed = Noch hat niemand gesagt, was das Bild zeigt.
console-submit-undescribed = Weitergeben, ohne zu sagen, was das Bild zeigt
console-submit-undescribed-hint = Nur im Notfall. Das Bild geht ohne Worte für alle hinaus, die es nicht sehen; wer freigibt, sieht das, und es steht bei allen, die in dieser Sprache schreiben, unter dem, was wartet, bis das Bild beschrieben oder der Beitrag zurückgezogen ist.
console-undescribed-out = Der Text ist hinausgegangen, und niemand hat gesagt, was sein Bild zeigt. Wo ein Netzwerk es erlaubt, fügen Sie die Beschreibung dort von Hand hinzu und sagen Sie es auf der Seite des Beitrags; anderswo hilft nur ein neuer Beitrag mit beschriebenem Bild, wenn dieser zurückgezogen ist. Bis dahin bleibt er unter dem, was wartet.
console-undescribed-settle = Die Beschreibung steht jetzt dort
console-standing =
    { $standing ->
        [planned] wartet auf seinen Zeitpunkt
        [attempting] geht gerade hinaus
        [stands] ist hinausgegangen
        [unknown] ist vielleicht hinausgegangen
        [failed] ist nicht hinausgegangen
        [cancelled] geht nicht hinaus
        [leaving] wird gerade entfernt
        [retracted] entfernt
       *[stays] ist hinausgegangen und bleibt dort
    }
console-standing-title = Auf seinen Konten
console-retract = Zurückziehen
console-retract-post = Den Beitrag zurückziehen
console-retract-title = Zurückziehen: was geschieht
console-retract-will =
    { $will ->
        [stops] Was dort wartet, geht nicht hinaus.
        [goes] Was dort steht, wird entfernt.
        [seen] Was dort vielleicht steht, wird gesucht und, wenn es da ist, entfernt.
       *[stays] Was dort hinausgegangen ist, bleibt: Dieses Netzwerk nimmt nichts zurück.
    }
console-retract-followers = Folgende behalten die Nachrichten, die sie haben. Wer noch darauf wartet, bekommt ihn nicht.
console-retract-waiting = Texte dieses Beitrags, die noch nicht hinausgegangen sind, können es noch. Nehmen Sie sie auf der Seite des Beitrags zurück, wenn sie es nicht sollen.
console-retract-nothing = Es gibt nichts mehr zurückzuziehen.
console-retract-elsewhere = Überall sonst bleibt er, und Folgende bekommen ihn wie zuvor.
console-retracted-at = Zurückgezogen: { $at }. Wer es nicht hat, bekommt es nicht mehr.
console-card-title = Die Karte
console-card-of = Zeigt
console-card-make = Karte machen
console-card-hint = Jede Sprache bekommt ihre eigene. Alle Texte sind wieder Entwürfe.
console-sheet-title = Was alle Sprachen gemeinsam haben
console-sheet-voids = Eine Änderung macht wieder zu Entwürfen, was geschrieben ist auf: { $languages }.
console-sheet-void-count = Freigaben, die dann nicht mehr gelten: { $count }
console-sheet-not-before = Nicht vor
console-sheet-not-after = Nicht nach
console-sheet-after-hint = Leer: innerhalb von drei Tagen.
console-sheet-embargo = Gesperrt bis
console-sheet-embargo-hint = Bis dahin bekommen ihn nur Kontakte der Presseliste. Leer: alle zur selben Zeit.
console-sheet-clock = Nach den Uhren von { $zone }. Leer: sobald er freigegeben ist.
console-sheet-warning = Gewarnt wird vor
console-sheet-none = nichts
console-sheet-accounts = Wohin er außer zu denen geht, die dem Fall folgen
console-sheet-accounts-hint = Geben Sie jedem Konto seine Reihe: 1 geht zuerst.
console-sheet-account = { $handle } ({ $network }), { $language }
console-sheet-gap = Minuten zwischen zwei Konten
console-sheet-gap-hint = 0: alle zugleich.
console-sheet-spread = { $minutes } min zwischen zwei Konten
console-sheet-standing = Wie es inzwischen ist
console-quote = Ein Zitat für eine Karte
console-quote-words = Was gesagt wurde
console-quote-who = Wer es gesagt hat
console-quote-hint = In jeder Sprache des Beitrags, in den Worten, die man dort liest. Macht für jede ein Bild.
# How much of the room is used. Variables: $length, $limit – numbers of characters.
console-edit-length = { $length } von { $limit } Zeichen
console-edit-approver =
    { $then ->
        [stuck] Wenn Sie hier eine Änderung speichern, bleiben zu wenige, die diesen Text freigeben dürfen.
       *[others] Wenn Sie hier eine Änderung speichern, können Sie diesen Text nicht mehr freigeben. Das muss dann jemand anderes tun.
    }
console-edit-save = Speichern
console-edit-submit = An eine zweite Person geben
console-edit-standing-title = Was { $name } inzwischen geschrieben hat
console-edit-instead = Ich habe es gelesen: Mein Text soll an seine Stelle
console-edit-withdraw = Zurücknehmen
console-preview-title = So ginge es hinaus
console-preview-left = { $account }: noch { $left } von { $limit }
console-preview-parts = { $account }: { $length } von { $limit }, in Teilen: { $parts }
console-draft-kept = Als Ihr Entwurf aufbewahrt. Gespeichert ist er noch nicht.
console-draft-shown = Sie sehen Ihren Entwurf: Er wurde aufbewahrt und ist noch nicht gespeichert.
console-draft-offline = Keine Verbindung. Was Sie schreiben, bleibt auf diesem Gerät und wird gesendet, sobald es eine gibt.
console-draft-restored = Was Sie zuletzt schrieben, war noch auf diesem Gerät. Hier ist es wieder.
console-draft-signed-out = Sie sind nicht mehr angemeldet. Was Sie schrieben, bleibt auf diesem Gerät: Melden Sie sich an und öffnen Sie diese Seite wieder.
console-paragraph-title = Absatz { $number }
console-paragraph-changed = Seit der Übersetzung geändert. Sehen Sie nach, ob sie noch stimmt.
console-paragraph-gone = Die Vorlage hat diesen Absatz nicht mehr. Leeren Sie das Feld, um ihn wegzulassen.
console-paragraph-fits = Er stimmt, wie er ist
console-paragraph-tally = Absätze: { $all }. Noch nicht übersetzt: { $missing }. Vorlage seither geändert: { $changed }.
console-paragraph-lacks = In dieser Übersetzung nicht gefunden: { $facts }. Sehen Sie nach, ob sie dasselbe sagt.
console-facts-title = Bleibt wie in der Vorlage:
console-facts-hint = Namen, Tage, Uhrzeiten und Adressen der Vorlage stehen in geschweiften Klammern, wie { $time }, und werden so eingesetzt, wie jede Sprache sie schreibt. Antippen setzt sie in den Absatz. Ein Name darf gebeugt werden: { $name }.
console-facts-back = Zurücksetzen
console-facts-differ =
    { $how ->
        [lost] Es fehlt: { $facts }.
        [doubled] Öfter als in der Vorlage: { $facts }.
        [contradicting] Der Wochentag passt nicht zum Datum: { $facts }.
       *[altered] Nicht in der Vorlage: { $facts }.
    }
console-refused-facts = Absatz { $number } sagt nicht, was seine Vorlage sagt. { $faults } Nichts wurde gespeichert.
console-claim-other = { $name } arbeitet bis { $until } an diesem Text. Danach können Sie ihn übernehmen.
console-claim-over = { $name } hat bis { $until } an diesem Text gearbeitet. Sie können ihn übernehmen.
console-claim-own = Dieser Text ist bis { $until } bei Ihnen in Arbeit; mit jedem Speichern eine halbe Stunde länger.
console-claim-none = An diesem Text arbeitet niemand. Übernehmen Sie ihn, damit inzwischen niemand anderes darin schreibt.
console-claim-take = Übernehmen
console-claim-release = Freigeben
console-claim-standing = In Arbeit bei { $name } bis { $until }
# The text cannot be sent as it is written. Variables: $line – a number.
console-edit-unreadable = Zeile { $line }: { $remedy }
console-text-fault =
    { $fault ->
        [too-long] Der Text ist viel zu lang. Kürzen Sie ihn.
        [nested-too-deep] Listen haben höchstens drei Ebenen. Schreiben Sie es mit weniger.
        [malformed-text] Darin steht ein halbes Zeichen. Tippen Sie die Zeile neu.
        [control-character] Darin steht ein Zeichen, das niemand sieht. Tippen Sie die Zeile neu.
        [direction-override] Darin steht ein unsichtbares Zeichen, das die Leserichtung umkehrt. Tippen Sie die Zeile neu.
        [image] Ein Bild steht nicht im Text. Hängen Sie es an den Beitrag an.
        [html] HTML geht nicht. Fett schreiben Sie mit zwei Sternchen, einen Link als […](https://…).
        [heading] Eine Überschrift geht nicht. Schreiben Sie sie als fette Zeile.
        [code] Gravis-Zeichen oder eingerückte Zeilen gehen nicht. Entfernen Sie sie.
        [quote] Schreiben Sie ein Zitat in Anführungszeichen, ohne > davor.
        [table] Eine Tabelle geht nicht. Schreiben Sie sie als Liste.
        [rule] Lassen Sie statt der Trennlinie eine Zeile leer.
        [reference-link] Schreiben Sie die Adresse des Links an Ort und Stelle: […](https://…).
        [link-without-words] Schreiben Sie die Wörter des Links zwischen die eckigen Klammern.
        [link-names-another-host] Die Wörter des Links nennen eine andere Seite als seine Adresse. Nennen Sie in beiden dieselbe.
        [link-title] Entfernen Sie den Titel in Anführungszeichen nach der Adresse des Links.
        [link-not-absolute] Schreiben Sie die ganze Adresse des Links, mit https:// davor.
        [link-scheme] Verlinken Sie nur Adressen mit http, https, mailto oder tg.
        [link-with-password] Entfernen Sie den Teil vor dem @ aus der Adresse des Links.
        [link-malformed] Die Adresse des Links ist keine. Berichtigen Sie sie.
       *[unsupported] Möglich sind nur Absätze, fett, kursiv, Links und Listen. Schreiben Sie es damit.
    }
# Variables: $length, $limit – numbers of characters.
console-edit-too-long = Der Text ist zu lang: { $length } Zeichen, höchstens { $limit }. Kürzen Sie ihn.
# Where a text stands.
console-text-state =
    { $state ->
        [draft] Entwurf
        [in_review] Wartet auf eine zweite Person
        [approved] Freigegeben
        [scheduled] Freigegeben, wartet auf seine Zeit
        [published] Veröffentlicht
        [rejected] Abgelehnt
        [withdrawn] Zurückgenommen
       *[expired] Zu spät zum Veröffentlichen
    }
# How far the wording of a translation was looked at.
console-text-check =
    { $check ->
        [machine_draft] maschineller Entwurf
        [draft] noch nicht geprüft
        [checked] geprüft
       *[stale] veraltet: die Vorlage wurde geändert
    }
console-hearings = Verhandlungen
console-timeline = Zeitleiste
# One source says otherwise; both stand. Variables: $source; $field – name of the field; $value.
console-disagrees = { $source } sagt es anders ({ $field }): { $value }
# Above the form for facts of a hearing, and on what leads to it.
console-facts-hearing =
    { $what ->
        [new] Eine Verhandlung erfassen
       *[change] Ändern, was über die Verhandlung bekannt ist
    }
# The same of an incident: an arrest, a search, a release.
console-facts-incident =
    { $what ->
        [new] Einen Vorfall erfassen
       *[change] Ändern, was über den Vorfall bekannt ist
    }
# Leads from a hearing or an incident to its form.
console-facts-change = Ändern
# Below a date.
console-facts-date-hint = Leer, solange kein Datum bekannt ist.
# Below a time of day.
console-facts-time-hint = Nach der Uhr am Ort. Leer, solange sie nicht bekannt ist.
# Below a time zone. Variables: $example – a zone as it is written.
console-facts-zone-hint = Gebiet und Stadt, etwa { $example }.
# Below the list of sources.
console-facts-sources-hint = Wer es berichtet hat, je Zeile eine Quelle.
# Below the day on which facts were checked.
console-facts-checked-hint = Wann jemand dies zuletzt mit der Quelle verglichen hat.
# Opens the fields for further languages.
console-facts-languages = Andere Sprachen
# Opens the fields for what came of a hearing.
console-facts-result = Was dabei herauskam
console-facts-rulings = Entscheidungen
console-facts-rulings-hint = Je Person und Anklagepunkt eine. Ohne Person entfällt sie.
console-facts-ruling = Entscheidung
console-facts-person = Um wen es geht
# What a ruling imposes.
console-facts-penalty = Was sie verhängt
# The label of a number: how long a penalty lasts.
console-facts-length =
    { $unit ->
        [years] Jahre
        [months] Monate
       *[days] Tage
    }
# Of a fine.
console-facts-amount = Betrag
console-facts-note = Anmerkung
# Adds a row to a form.
console-facts-more = Noch eine Zeile
console-facts-adjourned = Vertagung
# Whether a hearing that was held goes on at another date.
console-facts-adjourned-how =
    { $how ->
        [no] nicht vertagt
        [open] vertagt, kein Datum bekannt
       *[dated] vertagt auf das Datum unten
    }
console-facts-next = Die nächste Verhandlung
console-facts-next-hint = Zählt nur mit Datum. Ein leeres Gericht ist das dieser Verhandlung.
# Opens the fields for what a source says otherwise.
console-facts-differing = Was einzelne Quellen anders sagen
console-facts-differing-hint = Beides bleibt stehen, und Folgende sehen beides.
# Of which fact a source says something else.
console-facts-about = Worüber
console-facts-says = Was sie sagt
console-facts-source = Quelle
console-facts-kind = Was geschehen ist
# Kinds of incident, in a list.
console-facts-kinds =
    { $kind ->
        [arrest] Festnahme
        [search] Durchsuchung
        [attack] Angriff
        [transfer] Verlegung
        [health] Gesundheit
        [demolition] Abriss
       *[release] Freilassung
    }
console-facts-place = Wo
console-facts-what = In den Worten, die Folgende lesen
# Below the words in which an incident is told; of one that is taken back, what is right.
console-facts-what-hint = Wenn es nicht geschehen ist: was stattdessen richtig ist.
console-facts-whom = Wen es betrifft
console-facts-bystanders = Wie viele andere, nach Rolle
console-facts-bystanders-hint = Sie werden nie genannt.
# The label of a number of people.
console-facts-bystander =
    { $role ->
        [minor] Minderjährige
        [witness] Zeugen
       *[victim] Opfer
    }
console-facts-certainty = Wie sicher es ist
console-facts-certainties =
    { $certainty ->
        [established] gesichert: wir wissen es
        [reported] berichtet: jemand hat es gesagt, mehr wissen wir nicht
       *[alleged] behauptet: nicht bestätigt
    }
console-facts-discloses = Was es darüber hinaus erzählt
console-facts-discloses-hint = Dafür braucht es eine Einwilligung, die festgehalten ist.
# How a change of an incident stands to what followers were told.
console-facts-amendment = Wie es zu dem steht, was zuvor gesagt wurde
console-facts-amendments =
    { $amendment ->
        [adds] mehr ist bekannt
        [corrects] etwas war falsch
       *[withholds] Privates wird zurückgenommen und nicht wiederholt
    }
console-facts-happened =
    { $status ->
        [stands] es ist geschehen
       *[retracted] es ist nicht so geschehen, wie es gesagt wurde
    }
# Shows, before anything is recorded, what followers would be told.
console-facts-look = Ansehen, was Folgende erfahren würden
# Above the message that followers would get.
console-facts-told = Was Folgende erfahren, wenn eine zweite Person zustimmt
console-facts-told-none = Niemand wird sofort benachrichtigt.
# Variables: $when – a list of dates and times.
console-facts-reminders = Erinnerungen: { $when }
console-facts-replaces = Eine Änderung wartet schon auf eine zweite Person. Ihre tritt an ihre Stelle.
# Above what a colleague recorded while this was written. Variables: $name – the colleague.
console-facts-standing = Was { $name } inzwischen erfasst hat
# Behind a box to be ticked: one’s own facts are recorded although a colleague’s stand there by now.
console-facts-instead = Ich habe es gelesen: Meines soll an seine Stelle
# Above a form that was not taken.
console-facts-faults = Noch wurde nichts erfasst. Sehen Sie nach, was unten markiert ist.
# At a field.
console-facts-fault =
    { $reason ->
        [missing] Das fehlt.
        [clock] An diesem Tag überspringen die Uhren diese Zeit oder zeigen sie zweimal. Wählen Sie eine andere.
        [minutes] Schreiben Sie eine Zahl von Minuten: null oder mehr, höchstens einen Tag.
       *[unusable] So lässt es sich nicht übernehmen: Es ist zu lang oder gehört nicht hierher.
    }
# A time that the clocks skip on that day. Variables: $before, $after – times of day.
console-refused-gap = An diesem Tag überspringen die Uhren diese Zeit. Am nächsten liegen { $before } und { $after }. Fragen Sie, welche gemeint ist.
# What is on its way.
console-broadcast-what =
    { $kind ->
        [alert] Hinweis auf eine Verhandlung
        [digest] Wochenüberblick
       *[post] Beitrag
    }
console-broadcast-state =
    { $state ->
        [running] unterwegs
        [paused] angehalten
        [halted] nach Fehlern angehalten
        [cancelled] abgebrochen
       *[finished] fertig
    }
# How many messages came to what. Variables: $count – a number, or that it is under 20.
console-delivery-count =
    { $state ->
        [planned] wartend: { $count }
        [sent] gesendet: { $count }
        [failed] fehlgeschlagen: { $count }
        [unknown] vielleicht angekommen: { $count }
       *[cancelled] abgebrochen: { $count }
    }
# In place of a number under 20.
console-few = weniger als 20
console-broadcast-do =
    { $action ->
        [pause] Anhalten
        [resume] Weitergehen lassen
       *[cancel] Den Rest abbrechen
    }
# What one person has asked for of a broadcast, beside it. Variables: $action – pause, resume or cancel; $name – who asked; $until – date and time.
console-broadcast-asked =
    { $action ->
        [pause] { $name } will dies anhalten. Eine zweite Person muss zustimmen; die Anfrage verfällt: { $until }.
        [resume] { $name } will dies weitergehen lassen. Eine zweite Person muss zustimmen; die Anfrage verfällt: { $until }.
       *[cancel] { $name } will den Rest abbrechen. Eine zweite Person muss zustimmen; die Anfrage verfällt: { $until }.
    }
# What of a broadcast did not arrive, by the reason; and what leads there.
console-dead-title = Was nicht ankam
# Why messages that did not arrive are not sent once more.
console-dead-why =
    { $why ->
        [may-have-arrived] Sie können angekommen sein, und niemand bekommt einen Beitrag zweimal.
        [chat-away] Diesen Chats kann nicht geschrieben werden.
        [too-late] Ihre Zeit ist vorbei.
        [superseded] Neuere Fakten sind an ihre Stelle getreten.
        [not-wanted] Sie wurden abgebrochen, oder ihre Leser wollten sie nicht mehr.
        [unreadable] Chat oder Text lässt sich mit unseren Schlüsseln nicht öffnen.
        [no-longer-kept] Welche es waren, wird nicht mehr aufbewahrt.
       *[not-certain] Es ist nicht sicher, dass ein neuer Versuch unschädlich ist.
    }
console-dead-class =
    { $class ->
        [no-rights] Der Bot darf dort nicht schreiben.
        [content] Telegram hat den Text nicht angenommen.
        [text-halted] Der Text wurde angehalten, nachdem Telegram ihn abgelehnt hatte.
        [no-answer] Es kam keine Antwort: Ob sie ankamen, ist nicht bekannt.
       *[refused] Telegram hat sie aus einem anderen Grund abgelehnt.
    }
console-dead-resend = Diese noch einmal senden
# Alerts of which nobody was told.
console-expired-title = Hinweise, die zu spät kamen
console-expired-why = Sie wurden nicht gesendet: Sie konnten nicht rechtzeitig hinaus und hätten nichts genützt. Folgende erfuhren es nicht.
# Our accounts on networks such as Mastodon.
console-accounts-title = Konten
console-account-state =
    { $state ->
        [active] in Ordnung
        [paused] angehalten
       *[disconnected] getrennt
    }
# Why nothing goes out on an account. A code may stand behind the third and the last.
console-account-why =
    { $why ->
        [staff] Jemand vom Team hat es angehalten. Zwei lassen es weiterlaufen.
        [budget] Das Geld für diesen Monat ist ausgegeben.
        [failures] Angehalten nach mehreren Fehlschlägen hintereinander.
        [suspended] Das Netzwerk hat es gesperrt.
        [expired] Die Zugangsdaten sind abgelaufen, oder jemand hat sie im Netzwerk widerrufen. Dort müssen neue erstellt werden, dann wird es neu verbunden.
        [forgotten] Seine Zugangsdaten haben wir gelöscht. Es muss neu verbunden werden.
       *[credentials] Das Netzwerk nimmt unsere Zugangsdaten nicht mehr an. Es muss neu verbunden werden.
    }
# Variables: $until – date and time.
console-account-rests = Vor { $until } geht dort nichts hinaus.
console-account-ends = Die Zugangsdaten gelten bis { $end }. Verbinden Sie das Konto vorher noch einmal.
# Variables: $count – a number.
console-account-failures = Fehlschläge hintereinander: { $count }
# By price lists. Variables: $spent, $planned – amounts of money.
console-account-spent = Diesen Monat ausgegeben, geschätzt: { $spent }. Geplant: { $planned }.
# The same where there is a budget. Variables: $spent, $planned, $budget – amounts of money.
console-account-spent-of = Diesen Monat ausgegeben, geschätzt: { $spent } von { $budget }. Geplant: { $planned }.
# Variables: $limit – a number, in the network’s own unit.
console-account-text = Texte bis { $limit } Zeichen, wie das Netzwerk sie zählt.
# What can be done on an account.
console-account-can =
    { $what ->
        [images] Nimmt Bilder.
        [no-images] Nimmt keine Bilder.
        [threads] Lange Texte gehen in mehreren Teilen hinaus.
        [no-threads] Ein Text geht im Ganzen hinaus.
        [retract] Was hinausging, lässt sich zurücknehmen.
        [no-retract] Was hinausging, lässt sich nicht zurücknehmen.
       *[asks-person] Wenn niemand weiß, ob etwas dort steht, muss jemand nachsehen.
    }
console-unknown-title = Steht es dort?
console-unknown-how = Das Netzwerk hat nicht geantwortet, und nichts geht zweimal hinaus. Sehen Sie beim Konto nach, dann sagen Sie, was Sie gesehen haben.
# Variables: $at – date and time.
console-unknown-tried = Versucht: { $at }
console-unknown-contact = Es war für einen Kontakt der Liste.
console-unknown-stands = Es steht dort
# Its button: after that it goes out again.
console-unknown-absent = Es steht nicht dort: Es soll noch einmal hinaus
console-unknown-id = Woran das Netzwerk es erkennt
console-unknown-id-hint = Eine Zahl oder ein Name, meist der letzte Teil der Adresse.
console-unknown-address = Seine Adresse, wenn Sie sie haben
# What somebody may do.
console-role =
    { $role ->
        [author] Verfassen
        [translator] Übersetzen
        [approver] Freigeben
        [admin] Verwaltung
        [coordinator] Koordination
       *[lawyer] Rechtsbeistand
    }
# Variables: $count – how many keys somebody has.
console-staff-keys = Schlüssel: { $count }
# A bearer token of somebody. Variables: $until – date and time; $used – date and time, or console-token-unused.
console-token = Ein Token für Programme gilt bis { $until }. Zuletzt benutzt: { $used }.
console-token-unused = nie
# Behind it: a list of scopes such as posts:read, or console-token-all.
console-token-for = Es gilt für
console-token-all = alles, was die Rollen erlauben.
console-token-end = Dieses Token beenden
# Variables: $languages – a list.
console-staff-reads = Liest: { $languages }
console-staff-cases = Arbeitet an: { $cases }
console-staff-all-cases = allen Fällen
console-staff-limit = { $who } auf Fälle beschränken
console-staff-limit-how = Ist kein Fall gewählt, gilt es für alle.
console-staff-limit-do = Beschränken
# Heading: colleagues who take over roles when others are gone.
console-succession-title = Benannte Nachfolge
console-succession-how = Zwei Personen benennen vorab jemanden. Am Tag selbst bittet eine Person darum, zu übernehmen; nach 24 Stunden, in denen alle widersprechen können, geschieht es hier, mit dem eigenen Schlüssel.
# Variables: $name – who proposes it; $who – who is to take over; $roles – a list.
console-succession-wants = { $name } schlägt vor, dass { $who } übernimmt, wenn andere ausfallen: { $roles }.
# Variables: $who; $roles – a list.
console-succession-stands = { $who } ist benannt, zu übernehmen, wenn andere ausfallen: { $roles }.
# Variables: $who; $roles – a list; $from – date and time.
console-succession-called = { $who } wurde gebeten, zu übernehmen: { $roles }. Das gilt ab: { $from }.
# Variables: $who; $roles – a list; $gone – names of who named them and is not there for it any more; $until – date and time.
console-succession-doubted = { $who } ist benannt, zu übernehmen, wenn andere ausfallen: { $roles }. Wessen Wort nicht mehr zählt: { $gone }. Bestätigen es nicht andere, verfällt es am { $until }.
# A button: to put one’s own word in place of one that is gone. Variables: $who.
console-succession-confirm = { $who } bestätigen
# A button and the heading of its form.
console-succession-name = Nachfolge benennen
# Label of a choice among colleagues.
console-succession-who = Wer übernimmt
# A button. Variables: $who.
console-succession-call = { $who } bitten, zu übernehmen
# A button for who was asked.
console-succession-take = Übernehmen
console-breaks-title = Das könnte niemand mehr
# A list of console-duty follows. Variables: $who – who would be taken off the staff, or limited to some cases.
console-breaks = Wenn { $who } dafür nicht mehr da ist, kann Folgendes niemand mehr. Noch ist nichts geändert.
# A button below it.
console-breaks-despite = Trotzdem ausführen
# What a campaign must be able to do. Variables: $what – a language, a case or a person’s name.
console-duty =
    { $duty ->
        [any-post] Beiträge, in welcher Sprache auch immer, zu jedem offenen Fall
        [post] Beiträge zu jedem offenen Fall in dieser Sprache: { $what }
        [any-release] Pressemitteilungen, in welcher Sprache auch immer, zu jedem offenen Fall
        [release] Pressemitteilungen zu jedem offenen Fall in dieser Sprache: { $what }
        [facts] Angaben zu Terminen und Vorfällen, die jemand einträgt und jemand anders freigibt: { $what }
        [lift-pause] Angehaltene Beiträge wieder starten: zwei, die freigeben
        [stop-alert] Den Hinweis auf einen Termin anhalten: zwei Personen
        [invite] Jemanden einladen: zwei aus der Verwaltung mit Schlüsseln
       *[replace-keys] Neue Schlüssel nach einem Verlust, durch zwei andere mit Schlüsseln: { $what }
    }
console-staff-invite = Jemanden einladen
console-staff-invite-how = Es braucht zwei aus der Verwaltung. Die zweite Person bekommt den Link und übergibt ihn.
console-staff-name = Name, wie das Team ihn sieht
console-staff-roles = Rollen
console-staff-languages = Sprachen, die die Person liest
# Variables: $name – who asks; $who – who is to be invited.
console-staff-wants-invite = { $name } möchte { $who } einladen.
# Variables: $name – who asks; $who – whose keys are lost.
console-staff-wants-keys = { $name } sagt, { $who } habe alle Schlüssel verloren. Rufen Sie dort an, bevor Sie zustimmen. Neue Schlüssel gelten einen Tag später.
# A second person has agreed. Variables: $who; $from – date and time.
console-staff-waits-keys = Neue Schlüssel für { $who } gelten ab: { $from }.
console-staff-object = Widersprechen
# Variables: $who – of the person.
console-staff-replace = { $who } hat alle Schlüssel verloren
# Variables: $who – of the person.
console-staff-revoke = { $who } aus dem Team nehmen
# The link stands below. Variables: $from – from when on it counts, date and time.
console-staff-link = Übergeben Sie diesen Link von Hand. Er wird einmal gezeigt, gilt einmal, und zwar ab: { $from }.
# Who did something that no staff member did.
console-audit-actor =
    { $kind ->
        [subscriber] jemand, der folgt
        [job] der Dienst
        [operator] wer den Dienst am Rechner betreibt
        [partner] Beobachtung einer Partnerorganisation
       *[staff] das Team
    }

## The set-up page, for a coordinator who has never seen a terminal

setup-title = Die Kampagne einrichten
setup-intro = Das dauert etwa fünfzehn Minuten. Sie brauchen Telegram auf Ihrem Telefon und eine zweite Person, der Sie vertrauen. Was Sie eingeben, bleibt auf diesem Rechner.
setup-choose-language = Sprache dieser Seite
# Variables: $step, $steps – numbers.
setup-step = Schritt { NUMBER($step) } von { NUMBER($steps) }
setup-next = Weiter
setup-back = Zurück
setup-try-again = Noch einmal versuchen
setup-bot-title = Der Bot
setup-bot-how = Öffnen Sie in Telegram den Chat mit @BotFather und senden Sie /newbot. Er fragt nach einem Namen und nach einem Benutzernamen, der auf „bot“ endet. Er antwortet mit einem Token, einer Reihe von Ziffern und Buchstaben mit einem Doppelpunkt darin. Kopieren Sie das ganze Token und fügen Sie es hier ein.
setup-bot-token-label = Token von BotFather
setup-bot-token-secret = Wer dieses Token hat, kann im Namen Ihres Bots schreiben. Schicken Sie es niemandem.
setup-bot-check = Token prüfen
# Variables: $name – the bot's user name with @.
setup-bot-ok = Das Token funktioniert. Ihr Bot ist { $name }.
setup-bot-malformed = Das sieht nicht wie ein Token aus. Es hat Ziffern, dann einen Doppelpunkt, dann Buchstaben und Ziffern. Kopieren Sie die ganze Zeile von BotFather.
setup-bot-wrong = Telegram kennt dieses Token nicht. Kopieren Sie es noch einmal von BotFather; /mybots zeigt es dort.
setup-bot-unreachable = Telegram ist von diesem Rechner aus nicht erreichbar. Prüfen Sie die Internetverbindung und versuchen Sie es noch einmal. In manchen Ländern ist Telegram gesperrt.
setup-bot-has-webhook = Diesen Bot benutzt schon ein anderer Dienst. Nehmen Sie einen neuen Bot, oder beenden Sie zuerst den anderen Dienst.
setup-campaign-title = Die Kampagne
setup-campaign-name-label = Name der Kampagne
setup-campaign-name-hint = Wer einem Fall folgt, sieht ihn in der ersten Nachricht.
setup-languages-label = Sprachen, in denen Sie veröffentlichen
setup-languages-hint = Der Bot selbst spricht alle. Wählen Sie die, in denen Sie Beiträge schreiben und prüfen können.
setup-zone-label = Zeitzone
setup-zone-hint = Die Zone, in der die meisten Verhandlungen stattfinden. Jede Verhandlung kann ihre eigene haben.
setup-your-name-label = Ihr Name, wie ihn die anderen im Team sehen
setup-your-languages-label = Sprachen, die Sie lesen
setup-passphrase-title = Die Passphrase
setup-passphrase-why = Sie verschließt den Schlüssel, mit dem die Chats der Menschen verschlüsselt sind, die Ihnen folgen. Sie geben sie nach jedem Neustart dieses Rechners ein. Wer den Rechner ohne die Passphrase mitnimmt, kann nicht lesen, wer folgt.
setup-passphrase-lost = An ihr führt kein Weg vorbei: Geht sie verloren, ist auch die Liste verloren. Schreiben Sie sie auf und bewahren Sie sie nicht bei diesem Rechner auf.
setup-passphrase-label = Passphrase
setup-passphrase-repeat-label = Passphrase noch einmal
# Variables: $min – the smallest number of characters.
setup-passphrase-too-short =
    { $min ->
        [one] Die Passphrase braucht mindestens { $min } Zeichen. Fünf oder sechs Wörter hintereinander sind leicht zu merken.
       *[other] Die Passphrase braucht mindestens { $min } Zeichen. Fünf oder sechs Wörter hintereinander sind leicht zu merken.
    }
setup-passphrase-differ = Die beiden Passphrasen sind nicht gleich.
setup-test-title = Eine Nachricht an Sie selbst
setup-test-how = Öffnen Sie diesen Link auf Ihrem Telefon und tippen Sie auf „Starten“ (Start). Dann schreibt Ihnen der Bot.
setup-test-link = Den Bot in Telegram öffnen
# Beside a QR code with the same link.
setup-link-scan = Oder richten Sie die Kamera Ihres Telefons auf dieses Quadrat.
setup-test-waiting = Es wird darauf gewartet, dass Sie auf „Starten“ (Start) tippen.
setup-test-on-its-way = Die Nachricht ist unterwegs.
setup-test-sent = Die Nachricht ist abgeschickt. Sehen Sie sie in Telegram?
setup-test-failed = Die Nachricht konnte nicht gesendet werden. Tippen Sie im Bot noch einmal auf „Starten“ (Start), dann versuchen Sie es erneut.
setup-test-again = Noch einmal senden
# The message itself. Variables: $campaign – its name.
setup-test-message = Das ist ein Test der Kampagne { $campaign }. Der Bot funktioniert, und dieser Chat ist mit Ihrem Konto im Team verbunden.
setup-second-title = Die zweite Person
setup-second-why = Niemand veröffentlicht allein: Jeder Text muss von jemandem freigegeben werden, der ihn nicht geschrieben hat.
setup-second-how = Geben Sie diesen Link der zweiten Person, am besten persönlich oder am Telefon. Sie öffnet ihn in Telegram und tippt auf „Starten“ (Start). Er funktioniert einmal.
setup-second-name-label = Name der zweiten Person
setup-second-languages-label = Sprachen, die diese Person liest
setup-second-make = Link erzeugen
setup-second-link-label = Link für die zweite Person
# Beside a QR code with the same link.
setup-second-scan = Ist die Person bei Ihnen, liest die Kamera ihres Telefons den Link aus diesem Quadrat.
setup-second-waiting = Die zweite Person ist noch nicht da.
setup-second-joined = Die zweite Person ist dabei.
setup-second-later = Später erledigen
setup-finish = Fertigstellen
setup-done-title = Die Kampagne ist eingerichtet
setup-done-text = Unten steht Ihr Schlüssel zur Verwaltung. Er wird nur einmal gezeigt: Bewahren Sie ihn sicher auf.
setup-done-key-label = Schlüssel zur Verwaltung
setup-done-next = Als Nächstes: Legen Sie einen Fall an, lassen Sie die zweite Person ihm zustimmen, schreiben Sie einen Beitrag und lassen Sie ihn freigeben.
setup-done-alone = Die zweite Person ist noch nicht dabei. Bis dahin kann nichts veröffentlicht werden, und ein Fall, den Sie anlegen, wird niemandem gezeigt.
setup-done-docs = Verwaltung öffnen
# Above the bot's address.
setup-done-followers = Hier folgt man der Kampagne:
# Heads the list of what is wrong with a form.
setup-error-title = Bitte prüfen Sie das
# Variables: $field – the label of the input.
setup-error-required = Bitte ausfüllen: { $field }
setup-error-zone = Diese Zeitzone ist nicht bekannt.
# Of the campaign or of a person. Variables: $max – the most characters.
setup-error-name = Dieser Name geht nicht. Tippen Sie ihn von Hand, mit Buchstaben oder Ziffern, höchstens { NUMBER($max) } Zeichen.
setup-error-languages = Wählen Sie mindestens eine Sprache.
# Variables: $folder – its path.
setup-error-folder = Die Schlüssel lassen sich nicht in den Ordner { $folder } schreiben. Wer sich um diesen Rechner kümmert, muss dem Dienst dort das Schreiben erlauben.
setup-error-start = Der Dienst ließ sich nicht starten. Versuchen Sie es noch einmal; misslingt es wieder, steht der Grund in dem Fenster, in dem er läuft.
setup-error-link = Dieser Link ist verbraucht oder abgelaufen. Starten Sie den Dienst neu; er zeigt dann einen neuen.
setup-error-ours = Auf diesem Rechner ist etwas fehlgeschlagen, geändert wurde nichts. Bitte versuchen Sie es noch einmal.

## The page on which the passphrase is entered after a restart

unlock-title = Der Dienst ist gesperrt
unlock-text = Er wurde neu gestartet. Solange die Passphrase nicht eingegeben ist, sendet er nichts. Was Leute dem Bot schreiben, wartet bei Telegram, höchstens 24 Stunden.
unlock-button = Entsperren
unlock-wrong = Diese Passphrase stimmt nicht.
unlock-done = Entsperrt. Nachrichten werden wieder gesendet.
