### bray: native-checked = no
### French. Keys and variables are those of en.ftl; how to change a text stands at the head of
### scripts/messages.ts.
### No-break spaces stand before : ; ? and inside « ».
###
### Tone: the fact first, then the source, then what one can do. Plain and warm. No exclamation marks, no
### emoji. "Accused of", never "criminal". Never promise safety, never urge anybody to attend a hearing.
### Plain text only: bold and links are added by the program.

## Start

# The first thing a new follower reads.
# Variables: $campaign – the campaign's name.
start-welcome =
    Voici le bot de la campagne { $campaign }. Il vous informe sur des personnes jugées pour ce qu’elles ont dit : ce qui leur arrive, quand le tribunal siège et quand il déplace une audience.

    Ce qui est enregistré sur vous : cette discussion sous forme chiffrée, votre langue, les affaires que vous suivez. Ni votre nom, ni ce que vous écrivez. Telegram sait que vous utilisez ce bot.

    /cases affiche les affaires. /help affiche ce que vous pouvez faire d’autre.
# For somebody who comes back and still follows cases.
# Variables: $count – how many cases they follow.
start-returning =
    { $count ->
        [one] Heureux de vous retrouver. Vous suivez { $count } affaire. /hearings affiche les prochaines audiences.
       *[other] Heureux de vous retrouver. Vous suivez { $count } affaires. /hearings affiche les prochaines audiences.
    }
# For somebody whose messages had stopped (they had blocked the bot) and who is reachable again.
start-reachable-again = Les messages vous parviennent de nouveau ici. /cases affiche les affaires, /stop met fin à tous les messages.
# Below the welcome. Variables: $places – a list of names in Telegram, such as “@reserve_bot”.
start-reserve = Si ce bot se tait un jour, vous nous trouverez ici : { $places }
# The link that was opened names a case that does not exist or is no longer shown.
start-unknown-case = Ce lien mène à une affaire qui n’est pas ici. Voici les affaires que vous pouvez suivre :
start-choose-language = Dans quelle langue le bot doit-il vous écrire ?

# On the bot's page in Telegram, before somebody taps “Start” (at most 512 characters). Variables: $campaign.
bot-description = Des nouvelles de personnes jugées pour ce qu’elles ont dit, par la campagne { $campaign } : ce qui leur arrive, quand le tribunal siège et quand une audience est déplacée. Telegram sait que vous utilisez ce bot.
# On the bot's profile (at most 120 characters).
bot-short-description = Des personnes jugées pour ce qu’elles ont dit : leurs affaires et leurs audiences.

## Languages

# Sent in the new language after it was chosen.
language-set = Désormais, le bot vous écrit en français.
language-prompt = Le bot vous écrit en français. Quelle langue voulez-vous ?
# Shown above a text that does not exist in the reader's language (this one).
# Variables: $language – the language the text is in, a language code.
language-fallback =
    { $language ->
        [az] Ce texte est en azerbaïdjanais ; il n’y a pas encore de traduction française.
        [en] Ce texte est en anglais ; il n’y a pas encore de traduction française.
        [ru] Ce texte est en russe ; il n’y a pas encore de traduction française.
        [tr] Ce texte est en turc ; il n’y a pas encore de traduction française.
        [fa] Ce texte est en persan ; il n’y a pas encore de traduction française.
        [fr] Ce texte est en français.
       *[de] Ce texte est en allemand ; il n’y a pas encore de traduction française.
    }
# The name of a language, inside a sentence or a list.
# Variables: $language – a language code.
language-name =
    { $language ->
        [az] azerbaïdjanais
        [en] anglais
        [ru] russe
        [tr] turc
        [fa] persan
        [fr] français
       *[de] allemand
    }

## Commands, as Telegram's menu lists them (at most 256 characters each)

command-start = Commencer, ou choisir une langue
command-cases = Toutes les affaires ; en suivre une ou ne plus la suivre
command-hearings = Les prochaines audiences
command-language = Changer de langue
command-discreet = Messages sans noms, pour un téléphone que d’autres peuvent voir
command-quiet = Les heures sans messages qui peuvent attendre
command-digest = Un résumé hebdomadaire des affaires que vous suivez
command-alerts = Les rappels d’audience, et qui reçoit les nouvelles en premier
command-privacy = Ce qui est enregistré sur vous, et ce qui ne l’est pas
command-stop = Arrêter tous les messages
command-forget = Effacer tout ce qui est enregistré sur cette discussion
command-help = Ce que ce bot sait faire
# In groups and channels, for their admins.
command-follow = Suivre une affaire dans ce groupe
command-unfollow = Ne plus suivre une affaire dans ce groupe

## Buttons

button-next = Suivant
button-previous = Précédent
button-back = Retour
button-cancel = Annuler
button-follow = Suivre
button-unfollow = Ne plus suivre
button-hearings = Audiences
button-next-hearing = La prochaine audience
button-case = L’affaire
button-open-in-bot = Ouvrir dans le bot
button-calendar = Ajouter au calendrier
button-map = Plan
button-attend = J’y assisterai
button-timeline = Chronologie
button-share = Partager
# Under an alert or a post: no more messages about this case.
button-stop-case = Arrêter cette affaire
# Under an alert or a post: no more messages at all.
button-stop-all = Tout arrêter
button-discreet-on = Activer
button-discreet-off = Désactiver
# What a follower may choose as quiet hours, beside hours of their own.
button-quiet-campaign = Comme la campagne
button-quiet-off = Pas d’heures calmes
button-digest-off = Aucun résumé
button-digest-stop = Plus de résumés
# What a follower may choose about reminders, beside lead times like “7 days” or “3 hours”.
button-alerts-changes = Seulement les changements
button-tell-first = M’informer en premier
button-standing =
    { $standing ->
        [observer] J’observe des procès
        [lawyer] J’exerce comme avocat
       *[press] Je suis de la presse
    }
# A lead time, in a list and on a button, beside “1 day” and “3 hours”.
lead-time-morning = Le matin même
# Under the neutral notice of discreet mode.
button-show = Afficher
button-show-picture = Afficher l’image
button-delete-now = Supprimer maintenant
button-forget = Tout effacer
# For staff, under a text that waits for their decision.
button-approve = Approuver
button-reject = Refuser
# For staff, under a request that waits for a second person.
button-agree = Confirmer

## Small parts

# Under a long list. Variables: $page, $pages – numbers, from 1.
page-of = Page { NUMBER($page) } sur { NUMBER($pages) }
# A fact nobody knows yet, in the place of its value.
value-unknown = pas encore connu
unit-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
unit-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }

## Dates and times

# Date and time of a hearing where the court is, then the same moment in UTC.
# Variables: $date, $time; $place – like "Baku, UTC+4"; $utc – the time, with the date if it differs.
format-hearing-time = { $date }, { $time } ({ $place } ; { $utc } UTC)
# Variables: $date, $city.
format-hearing-time-unknown = { $date }, heure pas encore connue ({ $city })
# Any other moment. Variables: $date, $time; $place – like "Baku, UTC+4".
format-instant = { $date }, { $time } ({ $place })
# Whose clock it is. Variables: $city; $offset – like "UTC+4".
format-place = { $city }, { $offset }
# Variables: $date, $time.
format-date-and-time = { $date }, { $time }

## Cases

cases-title = Affaires
cases-empty = Il n’y a pas encore d’affaire ici. Quand la campagne en ajoutera une, /cases l’affichera.
# The heading of a case. Variables: $name – of the case; $country.
case-title = { $name } ({ $country })
# Variables: $count – how many persons; $names – a list of them.
case-persons =
    { $count ->
        [one] Personne : { $names }
       *[other] Personnes : { $names }
    }
# Stands on every case that is not real.
case-fictional = Cette affaire est inventée, pour essayer le bot.
# Variables: $when – date and time of the next hearing.
case-next-hearing = Prochaine audience : { $when }
case-no-hearing = Aucune audience n’est connue pour le moment.
case-followed = Vous suivez maintenant cette affaire. Vous recevrez un message quand une audience est fixée, déplacée ou annulée. /hearings affiche les prochaines audiences.
case-unfollowed = Vous ne suivez plus cette affaire. Plus rien ne vous sera envoyé à son sujet.
case-already-followed = Vous suivez déjà cette affaire.
case-closed = Cette affaire est close. Rien de nouveau n’est attendu ; vous pouvez encore la lire.
case-gone = Cette affaire n’est plus affichée ici. /cases affiche les autres.
# After “/follow” or “/unfollow” with a short name that no case has.
case-unknown = Aucune affaire ne porte ce nom court.
unfollow-choose-case = Quelle affaire voulez-vous cesser de suivre ?
# The heading of what happened so far in a case.
case-timeline-title = Ce qui s’est passé jusqu’ici
case-timeline-empty = Rien n’est encore consigné.
case-statement = Déclaration publique : { $who }
# Text to pass on with the link to a case. Variables: $name – of the case.
case-share = { $name } : l’affaire, et les dates d’audience

## Hearings

hearings-title = Prochaines audiences
hearings-follow-nothing = Vous ne suivez encore aucune affaire. /cases les affiche ; touchez « Suivre » sous l’une d’elles, et ses audiences apparaîtront ici.
hearings-none-known = Aucune audience n’est connue dans les affaires que vous suivez. Vous recevrez un message quand une date sera fixée.
hearing-gone = Cette audience n’est plus affichée ici. /hearings affiche les prochaines audiences.
calendar-no-date = Cette audience n’a pas de date qu’un calendrier puisse montrer. /hearings affiche les prochaines audiences.
calendar-file = Ouvrez ce fichier pour ajouter l’audience à votre calendrier. Si le tribunal la déplace, le calendrier ne l’apprend pas ; ce bot vous le dit.
attend-count =
    { $count ->
        [one] { $count } personne a dit qu’elle y assistera.
        [many] { $count } de personnes ont dit qu’elles y assisteront.
       *[other] { $count } personnes ont dit qu’elles y assisteront.
    }
attend-note = « J’y assisterai » est compté et ne montre à personne qui vous êtes. Le nombre est affiché à partir de { NUMBER($from) } et effacé après ce jour. Telegram voit que vous avez touché le bouton.
attend-off = La campagne ne compte pas qui assistera aux audiences.
attend-over = Cela ne peut plus se dire de cette audience : elle a eu lieu, a été déplacée ou annulée, ou se tient à huis clos.
hearing-kind =
    { $kind ->
        [detention] Audience sur la détention
        [preliminary] Audience préliminaire
        [trial] Procès
        [verdict] Jugement
        [appeal] Audience d’appel
        [parole] Audience de libération conditionnelle
       *[other] Audience
    }
hearing-on-day = { $kind }, { $day }
hearing-status =
    { $status ->
        [scheduled] Fixée
        [postponed] Reportée
        [cancelled] Annulée
       *[held] Tenue
    }
# Variables: $names – the persons before the court.
hearing-who = Devant le tribunal : { $names }
hearing-when = Quand : { $when }
hearing-court = Tribunal : { $court }
hearing-room = Salle : { $room }
hearing-room-unknown = Salle : pas encore connue
hearing-judge = Juge : { $judge }
hearing-openness =
    { $openness ->
        [open] Audience publique
        [closed] Audience à huis clos
       *[unknown] On ne sait pas si l’audience est publique
    }
# The same in one word, where old and new value stand side by side.
openness-word =
    { $openness ->
        [open] publique
        [closed] à huis clos
       *[unknown] non connu
    }
# Variables: $count – how many sources; $sources – a list of them.
hearing-sources =
    { $count ->
        [one] Source : { $sources }
       *[other] Sources : { $sources }
    }
# Variables: $date – when the campaign last checked.
hearing-checked = Les dates changent souvent. Dernière vérification : { $date }.
# Above the lines in which sources say different things.
hearing-sources-disagree = Les sources ne concordent pas :
# Variables: $source; $value – what it says.
hearing-source-says = Selon { $source } : { $value }
hearing-source-says-of = { $field } : selon { $source } : { $value }
card-quote = « { $words } »
hearing-outcome = Issue : { $outcome }
# What was decided on one charge. Variables: $person; $charge – the charge; $ruling – see “ruling”.
hearing-decided = { $person }, « { $charge } » : { $ruling }
# The same with what was imposed. Variables: $penalty – see “penalty-size”.
hearing-decided-penalty = { $person }, « { $charge } » : { $ruling } ({ $penalty })
# What a court decided on a charge, in a few words. “See below”: the line that follows says it.
ruling =
    { $ruling ->
        [convicted] culpabilité reconnue
        [acquitted] acquittement
        [dropped] accusation abandonnée
        [upheld] décision antérieure confirmée
        [overturned] décision antérieure annulée
        [changed] peine modifiée
        [returned] renvoi pour une nouvelle décision
        [detained] détention ordonnée
        [released] remise en liberté
       *[other] voir ci-dessous
    }
# What was imposed.
penalty =
    { $kind ->
        [prison] prison
        [suspended] peine avec sursis
        [house_arrest] assignation à résidence
        [detention] détention
        [community_service] travail d’intérêt général
       *[fine] amende
    }
# Variables: $penalty – see “penalty”; $size – how long, such as “2 years, 6 months”, or how much money.
penalty-size = { $penalty } : { $size }

## Alerts: a title, then lines about the hearing, then the footer

# Variables: $case – its name.
alert-announced-title = Nouvelle audience : affaire « { $case } »
alert-reminder-tomorrow-title = Demain : audience dans l’affaire « { $case } »
# Sent on the morning of the day.
alert-reminder-today-title = Aujourd’hui : audience dans l’affaire « { $case } »
# Variables: $days – 2 or more.
alert-reminder-days-title =
    { $days ->
        [one] Dans { $days } jour : audience dans l’affaire « { $case } »
       *[other] Dans { $days } jours : audience dans l’affaire « { $case } »
    }
alert-reminder-hours-title =
    { $hours ->
        [one] Dans { $hours } heure : audience dans l’affaire « { $case } »
       *[other] Dans { $hours } heures : audience dans l’affaire « { $case } »
    }
alert-changed-title = Changement : audience dans l’affaire « { $case } »
# The hearing is at a later time or on a later day than before. Variables: $case – its name.
alert-moved-later-title = Reportée à plus tard : audience dans l’affaire « { $case } »
# The title when a hearing is moved to an earlier time: louder than the others, since whoever relies on the old
# time misses the hearing. The times come first, for the preview on a locked screen.
# Variables: $from, $to – times on the same day; $case – its name; $date.
alert-moved-earlier = PLUS TÔT : { $to } au lieu de { $from }. L’audience dans l’affaire « { $case } » est avancée. Jour : { $date }.
# The same when the day changes too. Variables: $from, $to – date and time; $case.
alert-moved-earlier-day = PLUS TÔT : l’audience dans l’affaire « { $case } » est avancée. Maintenant : { $to }. Avant : { $from }.
# One line per changed fact. Variables: $field – its name (see field-name); $from, $to – its old and new value.
alert-change-line = { $field } : avant { $from }, maintenant { $to }
field-name =
    { $field ->
        [status] État
        [localDate] Date
        [localTime] Heure
        [zone] Fuseau horaire
        [kind] Type d’audience
        [court] Tribunal
        [room] Salle
        [openness] Publique ou à huis clos
        [judge] Juge
        [outcome] Issue
        [charge] Accusation
        [sources] Sources
       *[checkedOn] Dernière vérification
    }
alert-postponed-title = Reportée : audience dans l’affaire « { $case } »
# Variables: $when – the new date and time.
alert-postponed-to = Nouvelle date : { $when }
alert-postponed-no-date = La nouvelle date n’est pas encore connue. Vous recevrez un message quand elle le sera.
# Variables: $when – when it would have been.
alert-no-longer-at = L’audience n’aura pas lieu à cette date : { $when }
alert-cancelled-title = Annulée : audience dans l’affaire « { $case } »
alert-outcome-title = Issue : audience dans l’affaire « { $case } »
alert-outcome-taken-back = Nous nous sommes trompés sur l’issue de l’audience. Elle n’est pas connue.
# It was held, and goes on another day. Variables: $case – its name.
alert-adjourned-title = Ajournée : audience dans l’affaire « { $case } »
# The heading above the next hearing.
alert-adjourned = Suite :
# The day after a hearing of which nothing new is known. Variables: $case – its name.
alert-no-outcome-title = Pas encore de nouvelles : audience dans l’affaire « { $case } »
# Variables: $when – when it was to be.
alert-no-outcome = L’audience devait avoir lieu à cette date : { $when }. Son issue n’est pas encore connue.
alert-no-next-date = Aucune autre date n’est connue.
# Variables: $when – the moment at which the message was due.
alert-late = En retard : ce message aurait dû vous parvenir à ce moment : { $when }.
# The same, where the moment is no longer known.
alert-late-sent = En retard : ce message aurait dû vous parvenir plus tôt.
alert-repeat = Répétition : vous avez peut-être déjà reçu ce message.
alert-unconfirmed = Pas encore confirmé par une deuxième personne.
# A move that was told before a second person had confirmed it, now confirmed. Variables: $case – its name.
alert-confirmed-title = Confirmé : audience dans l’affaire « { $case } »
# What was told turned out to be wrong. Variables: $case – its name.
alert-corrected-title = Rectification : audience dans l’affaire « { $case } »
# Variables: $when – the date and time that were told.
alert-wrong-move = Nous nous sommes trompés : l’audience n’a pas été déplacée à cette date : { $when }.
# Variables: $when – date and time.
alert-correct-when = Correct : { $when }
# Below “Not yet confirmed by a second person”. Variables: $when – the date and time that two people have confirmed.
alert-confirmed-so-far = Confirmé jusqu’ici : { $when }
# In a reminder, beside the confirmed time. Variables: $when – date and time.
alert-reported-move = Signalé, pas encore confirmé par une deuxième personne : déplacée à { $when }
# At the foot of every alert.
alert-decide-yourself = À vous de décider si vous y allez. La police a interpellé des personnes lors d’audiences.

## Incidents

incident-title =
    { $kind ->
        [arrest] Arrestation : { $case }
        [search] Perquisition : { $case }
        [attack] Agression : { $case }
        [transfer] Transfert : { $case }
        [health] État de santé : { $case }
        [demolition] Démolition : { $case }
       *[release] Libération : { $case }
    }
incident-kind =
    { $kind ->
        [arrest] Quoi : arrestation
        [search] Quoi : perquisition
        [attack] Quoi : agression
        [transfer] Quoi : transfert
        [health] Quoi : état de santé
        [demolition] Quoi : démolition
       *[release] Quoi : libération
    }
incident-more-title = Des précisions : { $case }
incident-correction-title = Rectification : { $case }
incident-wrong = Nous nous étions trompés : { $told }
incident-correct = Ce qui est exact : { $fact }
incident-not-repeated = Une partie de ce que nous en avons dit était fausse ou n’aurait pas dû être dite. Ce n’est pas répété ici.
incident-did-not-happen = d’après ce que nous savons maintenant, cela n’a pas eu lieu.
incident-confirmed = Cela a été confirmé depuis.
incident-reported = Selon { $sources }. Nous n’en savons pas encore plus.
incident-alleged = Allégation non confirmée. Source : { $sources }
incident-who = Qui : { $names }
incident-when = Quand : { $when }
incident-where = Où : { $place }
person-role =
    { $role ->
        [minor] une personne mineure
        [witness] un témoin
       *[victim] une victime
    }
person-roles =
    { $role ->
        [minor] personnes mineures : { NUMBER($count) }
        [witness] témoins : { NUMBER($count) }
       *[victim] victimes : { NUMBER($count) }
    }
disclosure-word =
    { $disclosure ->
        [health] la santé
       *[torture] la torture
    }

## Posts

# Under a post: the case it is about. Variables: $case – its name.
post-case-line = Au sujet de l’affaire « { $case } »

## Stop

stop-done = C’est arrêté. Plus rien ne vous sera envoyé. Votre choix de langue reste, pour que vous puissiez revenir avec /start ; /forget l’efface aussi.
stop-nothing = Vous ne suivez aucune affaire, donc rien ne vous est envoyé. /cases affiche les affaires.
stop-cancelled = Rien n’a changé.

## Forget

forget-confirm =
    Effacer tout ce qui est enregistré sur cette discussion : les affaires que vous suivez, votre langue, le mode discret, vos heures calmes et les messages en route vers vous ?

    L’effet est immédiat et ne peut pas être annulé.
forget-done = Effacé :
# The lines under “Erased:”. Variables: $count.
forget-done-follows =
    { $count ->
        [one] { $count } affaire que vous suiviez
       *[other] { $count } affaires que vous suiviez
    }
forget-done-chat = le numéro chiffré de cette discussion
forget-done-language = votre langue
forget-done-discreet = le réglage du mode discret
forget-done-quiet = vos heures calmes
forget-done-digest = votre choix du résumé hebdomadaire
forget-done-attendance =
    { $count ->
        [one] votre indication que vous assisterez à { $count } audience
        [many] votre indication que vous assisterez à { $count } d’audiences
       *[other] votre indication que vous assisterez à { $count } audiences
    }
forget-done-alerts = vos choix de rappels, et le choix de recevoir les nouvelles en premier
forget-done-staff = le lien entre cette discussion et votre compte dans l’équipe
forget-done-pending =
    { $count ->
        [one] { $count } message qui était en route
       *[other] { $count } messages qui étaient en route
    }
forget-done-deleted =
    { $count ->
        [one] { $count } message de cette discussion
       *[other] { $count } messages de cette discussion
    }
forget-remains = Les messages plus anciens restent sur ce téléphone. Supprimez vous-même cette discussion. Telegram sait toujours que vous avez utilisé ce bot.
forget-nothing = Rien n’était enregistré sur cette discussion.

## Privacy

privacy-title = Ce qui est enregistré sur vous
privacy-stored = Enregistré : le numéro de cette discussion, chiffré ; votre langue ; les affaires que vous suivez ; si le mode discret est activé ; vos heures calmes ; quand vous recevez un résumé hebdomadaire, si vous en voulez un ; les rappels que vous avez choisis ; si vous recevez les nouvelles en premier, et à quel titre, si vous l’avez indiqué. En mode discret aussi, sous forme chiffrée et pour deux jours au plus, les messages à supprimer.
privacy-attendance = Si vous touchez « J’y assisterai » : une marque qui est seulement comptée, différente pour chaque audience, effacée après ce jour.
privacy-not-stored = Non enregistré : votre nom, votre nom d’utilisateur, votre numéro de téléphone, ce que vous écrivez. Ce que vous écrivez est lu une fois, pour vous répondre, puis supprimé.
privacy-how-long = Combien de temps : jusqu’à ce que vous l’effaciez. /forget l’efface aussitôt.
privacy-staff = L’équipe de la campagne voit combien de personnes suivent une affaire, pas lesquelles. Aucun écran et aucun export ne montre votre discussion.
privacy-telegram = Telegram sait que vous utilisez ce bot et conserve les messages de cette discussion. Qui ouvre votre téléphone peut les lire. Nous ne pouvons rien y changer.
privacy-groups = Dans un groupe, tous les membres voient ce que le bot y écrit.

## Discreet mode

discreet-explain =
    Le mode discret est fait pour un téléphone que d’autres peuvent regarder. Les messages disent alors seulement « Mise à jour disponible », sans les noms et sans le tribunal. Vous touchez pour lire, et le texte est supprimé après la lecture, au plus tard avant que deux jours soient passés.

    Il cache le texte, pas le fait que vous utilisez ce bot : Telegram et toute personne qui ouvre cette discussion peuvent le voir.
discreet-state =
    { $state ->
        [on] Le mode discret est activé.
       *[off] Le mode discret est désactivé.
    }
discreet-turned-on = Le mode discret est activé. Les messages déjà présents restent : supprimez-les vous-même si nécessaire.
discreet-turned-off = Le mode discret est désactivé. Les messages arrivent de nouveau avec leur texte complet.
# The whole message in discreet mode: it must tell a stranger nothing.
discreet-notice = Mise à jour disponible
# Under the text once shown. Variables: $when – the moment of deletion.
discreet-deletes-at = Ce message est supprimé quand vous touchez « Supprimer maintenant », au plus tard à ce moment : { $when }.
discreet-deleted = Supprimé.
discreet-gone = Cette mise à jour n’est plus disponible. /hearings affiche les prochaines audiences.

## Quiet hours

quiet-explain =
    Pendant les heures calmes, le bot ne vous envoie rien qui puisse attendre leur fin. Ce qui concerne une audience prévue dans un jour au plus, ou avancée, arrive à toute heure ; de même une arrestation, une perquisition, une agression ou une démolition, le jour même.

    Ces heures sont celles du lieu de l’affaire : le bot ne sait pas où vous êtes.
# Variables: $hours – a span, as in quiet-span.
quiet-state-own = Vos heures calmes : { $hours }
quiet-state-off = Vous n’avez pas d’heures calmes : les messages arrivent à toute heure.
quiet-state-campaign = Vous avez les heures calmes de la campagne : { $hours }
quiet-state-campaign-none = Vous suivez le réglage de la campagne, qui n’a pas d’heures calmes.
quiet-set = Cela vaut pour ce qui sera prévu désormais. Ce qui attend déjà arrive à l’heure prévue.
# Hours of the clock, also on a button. Variables: $from, $to – times.
quiet-span = { $from }–{ $to }

## Reminders, and who is told first

alerts-explain = Quand une audience est fixée, déplacée ou annulée, vous l’apprenez dans tous les cas. Ici, vous choisissez combien de temps avant une audience elle vous est rappelée, et si vous recevez les nouvelles avant les autres.
# Variables: $times – a list of lead times, such as “7 days, 3 hours”.
alerts-state-campaign = Rappels avant une audience, selon la campagne : { $times }
alerts-state-campaign-none = Rappels : selon la campagne, qui n’en envoie pas.
# Variables: $times – as above.
alerts-state-own = Rappels avant une audience, selon votre choix : { $times }
alerts-state-changes = Aucun rappel : vous n’apprenez que ce qui change.
alerts-state-first = Vous recevez les nouvelles avant les autres.
alerts-state-not-first = Vous recevez les nouvelles en même temps que les autres.
alerts-state-standing =
    { $standing ->
        [observer] Vous recevez les nouvelles avant les autres, car vous observez des procès.
        [lawyer] Vous recevez les nouvelles avant les autres, car vous exercez comme avocat.
       *[press] Vous recevez les nouvelles avant les autres, car vous travaillez pour la presse.
    }
alerts-set = Enregistré. Cela vaut pour ce qui sera envoyé désormais.

## The weekly summary

digest-explain = Une fois par semaine, le bot peut vous envoyer un message sur toutes les affaires que vous suivez : ce qui s’est passé et ce qui vient. Il s’ajoute aux autres messages, il ne les remplace pas. L’heure est celle de la campagne, et vos heures calmes comptent.
digest-state-off = Vous ne recevez pas de résumé hebdomadaire.
digest-state-on = Vous recevez un résumé chaque semaine : { $when }
digest-slot = { $weekday }, { $time }
digest-title = La semaine écoulée dans les affaires que vous suivez
digest-incident = { $what } ({ $date })
digest-hearing = { $kind }, { $when } : { $status }
digest-hearing-new = Nouvellement fixée : { $kind }, { $when }
digest-hearing-changed = Modifiée : { $kind }, désormais { $when }
digest-next = À venir : { $kind }, { $when }
digest-posts =
    { $count ->
        [one] { $count } texte a été publié.
        [many] { $count } de textes ont été publiés.
       *[other] { $count } textes ont été publiés.
    }
digest-incidents =
    { $count ->
        [one] Du nouveau sur { $count } événement.
        [many] Du nouveau sur { $count } d’événements.
       *[other] Du nouveau sur { $count } événements.
    }
digest-hearings =
    { $count ->
        [one] Du nouveau sur { $count } audience.
        [many] Du nouveau sur { $count } d’audiences.
       *[other] Du nouveau sur { $count } audiences.
    }
digest-ahead =
    { $count ->
        [one] À venir : { $count } audience.
        [many] À venir : { $count } d’audiences.
       *[other] À venir : { $count } audiences.
    }
digest-more =
    { $count ->
        [one] Il y a du nouveau dans { $count } autre affaire : /cases l’affiche.
        [many] Il y a du nouveau dans { $count } d’autres affaires : /cases les affiche.
       *[other] Il y a du nouveau dans { $count } autres affaires : /cases les affiche.
    }

## Help and things that go wrong

help-text =
    Ce bot vous informe sur des personnes jugées pour ce qu’elles ont dit.

    /cases – les affaires ; en suivre une, ou ne plus la suivre
    /hearings – les prochaines audiences
    /language – changer de langue
    /discreet – messages sans noms, pour un téléphone que d’autres peuvent voir
    /quiet – les heures sans messages qui peuvent attendre
    /digest – un résumé une fois par semaine
    /alerts – quand une audience vous est rappelée
    /privacy – ce qui est enregistré sur vous
    /stop – arrêter tous les messages
    /forget – effacer tout ce qui est enregistré sur cette discussion
# Below the list of commands, where the campaign has it switched on. Variables: $bot – “@” and the bot’s name.
help-inline = Dans une autre discussion, écrivez { $bot } et le nom d’une affaire pour y partager sa fiche.
help-unknown-input = Le bot ne comprend que les commandes et les boutons ; personne ne lit ce que vous écrivez ici. /help affiche ce qu’il sait faire.
help-unknown-command = Le bot ne connaît pas cette commande. /help affiche celles qu’il connaît.
# Variables: $limit – how many characters are allowed.
help-text-too-long =
    { $limit ->
        [one] Ce texte est trop long : { $limit } caractère au plus. Personne ne lit ce que vous écrivez ici ; /help affiche ce que le bot sait faire.
       *[other] Ce texte est trop long : { $limit } caractères au plus. Personne ne lit ce que vous écrivez ici ; /help affiche ce que le bot sait faire.
    }
# Shown briefly when a button of an old message is tapped.
button-outdated = Ce bouton vient d’un ancien message et ne s’applique plus. /cases affiche la situation actuelle.
error-ours = Une erreur s’est produite de notre côté. Rien n’est perdu : le bot réessaie de lui-même.
# After several tries.
error-given-up = Une de vos demandes n’a pas pu être exécutée ; l’erreur était de notre côté. Veuillez la refaire.
private-only = Cela ne fonctionne que dans une discussion privée avec le bot.

## Groups and channels

# Variables of the texts below: $chat – where it is written.
group-off =
    { $chat ->
        [group] La campagne a désactivé le suivi des affaires dans les groupes, parce qu’il montre qui en fait partie. Vous pouvez suivre une affaire dans une discussion privée avec le bot.
       *[channel] La campagne a désactivé le suivi des affaires dans les canaux, parce qu’il montre qui en fait partie. Vous pouvez suivre une affaire dans une discussion privée avec le bot.
    }
group-admins-only =
    { $chat ->
        [group] Seuls les admins de ce groupe peuvent faire cela.
       *[channel] Seuls les admins de ce canal peuvent faire cela.
    }
group-warning =
    { $chat ->
        [group] Tous les membres de ce groupe, et quiconque ouvre le téléphone d’un membre, peuvent voir que ce groupe suit l’affaire.
       *[channel] Quiconque lit ce canal peut voir qu’il suit l’affaire.
    }
group-choose-case =
    { $chat ->
        [group] Quelle affaire ce groupe doit-il suivre ?
       *[channel] Quelle affaire ce canal doit-il suivre ?
    }
group-choose-case-to-unfollow =
    { $chat ->
        [group] Quelle affaire ce groupe ne doit-il plus suivre ?
       *[channel] Quelle affaire ce canal ne doit-il plus suivre ?
    }
# When the bot is added. Variables: $campaign – the campaign's name.
group-welcome =
    { $chat ->
        [group] Voici le bot de la campagne { $campaign }. Les admins peuvent choisir avec /follow l’affaire que suit ce groupe. Tous les membres le voient.
       *[channel] Voici le bot de la campagne { $campaign }. Les admins peuvent choisir avec /follow l’affaire que suit ce canal. Tous ses lecteurs le voient.
    }
# Variables: $case – its name.
group-followed =
    { $chat ->
        [group] Ce groupe suit maintenant cette affaire : { $case }
       *[channel] Ce canal suit maintenant cette affaire : { $case }
    }
group-unfollowed =
    { $chat ->
        [group] Ce groupe ne suit plus cette affaire : { $case }
       *[channel] Ce canal ne suit plus cette affaire : { $case }
    }
group-follows-nothing =
    { $chat ->
        [group] Ce groupe ne suit aucune affaire.
       *[channel] Ce canal ne suit aucune affaire.
    }
group-stopped =
    { $chat ->
        [group] Ce groupe ne suit plus aucune affaire. Plus rien ne sera envoyé ici.
       *[channel] Ce canal ne suit plus aucune affaire. Plus rien ne sera envoyé ici.
    }
# What the bot can do where several people read.
group-help =
    { $chat ->
        [group] Ce bot peut écrire ici quand un tribunal siège dans une affaire et quand une audience est déplacée. Pour les admins de ce groupe : /follow choisit une affaire, /unfollow y met fin, /stop met fin à tout. Tout le monde ici voit quelles affaires le groupe suit.
       *[channel] Ce bot peut écrire ici quand un tribunal siège dans une affaire et quand une audience est déplacée. Pour les admins de ce canal : /follow choisit une affaire, /unfollow y met fin, /stop met fin à tout. Chaque lecteur voit quelles affaires le canal suit.
    }

## Staff, in their private chat with the bot

staff-linked = Cette discussion est maintenant liée à votre compte dans l’équipe. Les textes qui attendent votre approbation arrivent ici.
staff-code-wrong = Ce code n’est pas le bon. Demandez-en un nouveau à la coordination.
staff-code-used = Ce code a déjà servi ou a expiré. Demandez-en un nouveau à la coordination.
staff-post-again = L’approbation de ce texte ne compte plus : la personne qui l’a donnée est partie, ou quelque chose qu’elle couvre a changé. Une partie est déjà sortie ; tant que personne ne l’approuve de nouveau, le reste attend.
# Variables: $case – its name; $language – name of the language.
staff-approval-title = À approuver : une publication sur l’affaire « { $case } », langue : { $language }
# Variables: $author – who wrote the text; $editor – who changed it last.
staff-approval-author = Texte de { $author }, dernière modification par { $editor }
# The text itself follows after this line.
staff-approval-text-follows = Voici le texte, exactement tel qu’il sera publié :
staff-approval-undescribed = Personne n’a dit ce que montre l’image : le texte a été remis en urgence. Qui ne voit pas l’image n’en apprend rien.
# Variables: $alt – what the picture shows.
staff-approval-picture = L’image qui sera publiée avec le texte. Sa description pour ceux qui ne peuvent pas la voir : { $alt }
# When the post may go out. Variables: $from, $to – date and time.
staff-window-between = Publication au plus tôt : { $from } ; au plus tard : { $to }.
staff-window-from = Publication au plus tôt : { $from }.
staff-window-until = Publication dès l’approbation, au plus tard : { $to }.
staff-window-at-once = Publication dès l’approbation.
staff-approval-accounts = Part aussi vers : { $accounts }
staff-approval-account =
    { $parts ->
        [1] { $handle } ({ $network })
        [one] { $handle } ({ $network }, { $parts } partie)
       *[other] { $handle } ({ $network }, { $parts } parties)
    }
staff-approval-cost = Coût prévu : { $cost }
staff-approval-embargo = Sous embargo : les contacts de la liste de presse le reçoivent tout de suite, tous les autres pas avant { $until }.
staff-approval-warning = Avertissement de contenu : { $warning }
content-warning =
    { $kind ->
        [torture] torture
        [sexual_violence] violence sexuelle
        [death] mort
        [suicide] suicide
       *[violence] violence
    }
# What a post is. Variables: $kind.
post-kind =
    { $kind ->
        [press_release] Communiqué de presse
       *[update] Nouvelle
    }
# A line: how many approvals beside its author’s word a kind of post takes. Variables: $kind – one of post-kind; $needed – 1 or 2.
staff-approvals-kind = { $kind } : { $needed ->
        [one] { NUMBER($needed) } approbation
       *[other] { NUMBER($needed) } approbations
    }
staff-button-risk = Approbation par bouton Telegram : quiconque tient ce téléphone peut approuver. Telegram voit ce que vous approuvez. Vérifiez le texte, puis décidez.
staff-approved = Approuvé.
# Somebody approved a text that waits for somebody else as well. Variables: $given – approvals given; $needed – approvals it takes.
staff-approved-partly = Approuvé : { NUMBER($given) } sur { NUMBER($needed) }. Cela part dès qu’une autre personne l’a aussi approuvé.
staff-rejected = Refusé. La personne qui a écrit le texte voit votre décision.
# Why a decision was not accepted.
staff-refused =
    { $reason ->
        [own-text] C’est vous qui l’avez écrit ou consigné. Une deuxième personne doit l’approuver.
        [own-edit] Depuis sa dernière approbation, vous avez modifié quelque chose dans ce texte. Quelqu’un qui n’y a rien changé doit l’approuver.
        [language-not-read] Vous n’avez pas déclaré lire cette langue.
        [changed-since] Ceci a été modifié depuis l’envoi. La nouvelle version arrive dans un nouveau message.
        [already-decided] La décision est déjà prise.
        [approved-already] Vous avez déjà approuvé ceci. Une autre personne doit l’approuver aussi.
        [policy-changed] Il faut maintenant plus d’approbations qu’au moment où ceci a été soumis. Il faut le soumettre de nouveau.
        [case-waits] L’affaire elle-même attend une deuxième personne. Acceptez-la d’abord, ou demandez à quelqu’un de le faire.
        [not-in-review] Ceci n’attend plus d’approbation.
        [card-outdated] Les faits ont changé depuis que la carte a été faite. Il faut une nouvelle carte.
        [window-past] Le délai dans lequel ceci devait être publié est passé.
        [key-needed] Cela se décide dans la console, avec votre clé : ouvrez-le là.
        [key-refused] La clé n’a pas été acceptée. Réessayez.
        [consent-missing] Le consentement à ce qui est dit ici de la santé ou de la torture manque ou a été retiré.
       *[not-an-approver] Votre compte ne permet pas de l’approuver.
    }
# Variables: $case – its name.
staff-hearing-title = À approuver : changement d’une audience dans l’affaire « { $case } »
staff-hearing-new-title = À approuver : nouvelle audience dans l’affaire « { $case } »
staff-hearing-recorded-by = Consigné par { $author }
staff-facts-then =
    { $told ->
        [at-once] Dès votre approbation, les personnes qui suivent l’affaire sont prévenues.
        [reminded] Après votre approbation, personne n’en est prévenu dans l’immédiat. Les prochains rappels le diront.
       *[nothing] Après votre approbation, personne n’en est prévenu.
    }
staff-reach-last =
    { $how ->
        [longer] Temps nécessaire pour prévenir tout le monde : plus de { $lasts }.
       *[about] Temps nécessaire pour prévenir tout le monde : environ { $lasts }, davantage si un envoi plus pressant passe entre-temps.
    }
staff-reach-quiet = Qui a des heures calmes est prévenu quand elles se terminent.
# Before the question about a hearing whose approval counts no longer. Variables: $case – its name.
staff-hearing-again = L’approbation sur laquelle repose une audience dans l’affaire « { $case } » ne compte plus : la personne qui l’a donnée est partie, ou un nom a changé. Tant que personne ne l’approuve de nouveau, elle n’est rappelée à personne. Comparez-la avec sa source.
staff-hearing-by-partner = Signalé par le programme de veille d’un partenaire. Personne dans la campagne ne l’a encore vérifié.
staff-hearing-differs = { $partner } signale autre chose, dans l’affaire « { $case } »
staff-hearing-differs-then = Un changement de cette audience attend déjà une approbation. Demandez au tribunal ce qui est exact, puis décidez.
# Everyone who may decide is called several times. Variables: $nth – which call this is; $of – how many there are.
staff-hearing-call = Appel { NUMBER($nth) } sur { NUMBER($of) }.
# What happens if nobody decides within a few minutes after the last call.
staff-hearing-unanswered =
    { $cameTo ->
        [told] Si personne ne décide dans les minutes qui viennent, les personnes qui suivent l’affaire sont prévenues de l’horaire avancé, avec la mention qu’une deuxième personne ne l’a pas encore confirmé.
       *[withheld] Tant que personne n’a décidé, les personnes qui suivent l’affaire n’en savent rien.
    }
# After the last call nobody has decided.
staff-hearing-wait-over =
    { $cameTo ->
        [told] Personne n’a décidé. Les personnes qui suivent l’affaire sont prévenues de l’horaire avancé, avec la mention qu’une deuxième personne ne l’a pas encore confirmé. Votre décision reste nécessaire : elles sauront alors que c’est confirmé, ou que c’était faux.
       *[withheld] Personne n’a décidé. Les personnes qui suivent l’affaire ne sont prévenues de rien : sur la parole d’une seule personne ne part qu’un horaire avancé, consigné par l’avocat ou la coordination. Votre décision reste nécessaire.
    }
# To whoever recorded the change. Variables: $case – its name.
staff-hearing-undecided = Votre changement d’une audience dans l’affaire « { $case } »
# When less than a day is left. Variables: $hours – until the hearing.
staff-hearing-urgent =
    { $hours ->
        [one] Il reste moins de { $hours } heure. Toutes les personnes qui peuvent approuver sont appelées.
       *[other] Il reste moins de { $hours } heures. Toutes les personnes qui peuvent approuver sont appelées.
    }
staff-hearing-approved = Approuvé. Le changement est en vigueur et les personnes qui suivent l’affaire sont prévenues.
staff-hearing-rejected = Refusé. Ce qui était connu auparavant reste en vigueur.
# To whoever recorded it. Variables: $what – of what; $name – who decided; $case – its name.
staff-recorded-decided =
    { $what ->
        [hearing-approved] { $name } a approuvé ce que vous avez enregistré d’une audience dans l’affaire « { $case } ». C’est en vigueur.
        [hearing-rejected] { $name } a refusé ce que vous avez enregistré d’une audience dans l’affaire « { $case } ». Ce qui était connu auparavant reste en vigueur.
       *[incident-rejected] { $name } a refusé ce que vous avez enregistré d’un incident dans l’affaire « { $case } ». Ce qui était connu auparavant reste en vigueur.
    }
staff-incident-new-title = À approuver : un incident dans l’affaire « { $case } »
staff-incident-title =
    { $amendment ->
        [adds] À approuver : des précisions sur un incident dans l’affaire « { $case } »
        [corrects] À approuver : la rectification d’un incident dans l’affaire « { $case } »
       *[withholds] À approuver : le retrait de faits privés d’un incident dans l’affaire « { $case } »
    }
staff-incident-was = En vigueur actuellement : { $was }
staff-incident-retracted = Cela n’a pas eu lieu tel que nous l’avons dit. Les personnes qui suivent l’affaire en sont prévenues.
staff-incident-consent = Il y est question de : { $what }. Le consentement est enregistré.
staff-incident-expired = Non envoyé : l’annonce d’un incident dans l’affaire « { $case } »
# Somebody asks to stop or start what is going out; it takes a second person. Variables: $case – its name.
staff-broadcast-asked =
    { $what ->
        [alert-pause] À confirmer : suspendre l’avis en cours d’envoi dans l’affaire « { $case } »
        [alert-cancel] À confirmer : annuler le reste de l’avis dans l’affaire « { $case } »
       *[post-resume] À confirmer : reprendre l’envoi de la publication sur l’affaire « { $case } »
    }
# Variables: $name – who asked; $until – date and time.
staff-broadcast-asked-by = Demandé par { $name }. Il faut une deuxième personne ; la demande expire : { $until }.
# What follows from agreeing.
staff-broadcast-asked-then =
    { $what ->
        [alert-pause] Tant que personne ne reprend l’envoi, plus personne n’est prévenu.
        [alert-cancel] Plus personne n’est prévenu.
       *[post-resume] Elle part à toutes les personnes qui ne l’ont pas encore reçue.
    }
# Somebody has stopped or started what is going out. Variables: $case – its name.
staff-broadcast-done =
    { $what ->
        [post-pause] Suspendu : la publication sur l’affaire « { $case } ». Plus personne ne la reçoit tant que deux personnes n’ont pas repris l’envoi.
        [post-resume] L’envoi reprend : la publication sur l’affaire « { $case } ».
        [post-cancel] Annulé : le reste de la publication sur l’affaire « { $case } ». Plus personne ne la reçoit.
        [digest-pause] Suspendu : le résumé hebdomadaire. Personne d’autre ne le reçoit tant que quelqu’un ne le relance pas.
        [digest-resume] Reprend : le résumé hebdomadaire.
        [digest-cancel] Annulé : ce qui restait du résumé hebdomadaire. Personne d’autre ne le reçoit.
        [alert-pause] Suspendu : l’avis dans l’affaire « { $case } ». Plus personne n’est prévenu tant que l’envoi n’a pas repris.
        [alert-resume] L’envoi reprend : l’avis dans l’affaire « { $case } ».
       *[alert-cancel] Annulé : le reste de l’avis dans l’affaire « { $case } ». Plus personne n’est prévenu.
    }
# Variables: $names – a list of one person, or of two who agreed.
staff-broadcast-done-by = Par { $names }.
# Why an agreement was not accepted.
staff-broadcast-refused =
    { $reason ->
        [own-request] C’est vous qui l’avez demandé. Une deuxième personne doit confirmer.
        [request-lapsed] On n’attend plus votre confirmation : la demande a expiré ou a été retirée.
       *[action-impossible] Ce n’est plus possible : l’envoi est terminé ou a été annulé entre-temps.
    }
# The sender has halted what is going out, after too many faults. Variables: $case – its name.
staff-broadcast-halted =
    { $kind ->
        [alert] Arrêté : l’avis dans l’affaire « { $case } ». L’envoi échoue à chaque fois, et plus personne n’est prévenu.
        [digest] Arrêté : le résumé hebdomadaire. Il échoue sans cesse, et personne d’autre ne le reçoit.
       *[post] Arrêté : la publication sur l’affaire « { $case } ». L’envoi échoue à chaque fois, et plus personne ne la reçoit.
    }
staff-broadcast-halted-then = La liste des envois indique l’erreur. Une fois celle-ci corrigée, l’envoi peut reprendre.
# Posts of the whole campaign: stopped, asked to go on, going on.
staff-pause-all =
    { $what ->
        [paused] En pause : toutes les publications. Aucune ne part tant que deux personnes ne les relancent pas. Les avis d’audience continuent.
        [asked] À confirmer : relancer toutes les publications. Il faut une deuxième personne.
       *[lifted] Toutes les publications repartent.
    }
# The same for one case. Variables: $case – its name.
staff-pause-case =
    { $what ->
        [paused] En pause : les publications sur { $case }. Aucune ne part tant que deux personnes ne les relancent pas. Les avis d’audience continuent.
        [asked] À confirmer : relancer les publications sur { $case }. Il faut une deuxième personne.
       *[lifted] Les publications sur { $case } repartent.
    }
# The stop switch for posts, in the bot and in the console: nothing is stopped.
pause-running = Les publications partent.
# Variables: $name – who did it; $since – date and time.
pause-standing = Toutes les publications sont en pause, par { $name }, depuis : { $since }. Les avis d’audience continuent.
# The same for one case. Variables: $case – its name.
pause-case-standing = Les publications sur { $case } sont en pause, par { $name }, depuis : { $since }.
# Variables: $name – who asked; $until – date and time.
pause-asked = { $name } veut relancer. Il faut une deuxième personne qui approuve ; la demande expire : { $until }.
# Below the switch, in the bot.
pause-explain = Une personne met les publications en pause ; deux personnes qui approuvent les relancent. /pause affiche de nouveau cet interrupteur.
# Above a list of cases, one of which is to be stopped.
pause-choose-case = Les publications de quelle affaire faut-il mettre en pause ?
# Somebody wants to start again what two others have started meanwhile.
pause-gone = Ce n’est plus en pause.
# One tap of one person stops everything.
button-pause-all = Mettre en pause les publications
# Leads to a list of cases.
button-pause-one = Une seule affaire
# It takes two people.
button-pause-lift = Relancer
# The second person agrees that posts go out again.
button-pause-agree = Accepter : relancer
# In place of text and buttons once there is a staff site; its address follows on a line of its own.
staff-approval-in-console = Vous le lisez et décidez dans la console, avec votre clé :
# Somebody on the staff has lost all keys, and two others vouch for them. Variables: $name – of that person.
staff-chat-moved = { $name } décide désormais des faits depuis une autre conversation Telegram. Si { $name } n’en sait rien, retirez l’accès de cette personne et vérifiez ce qui a été décidé.
# Variables: $name – who did it; $places – a list of names in Telegram, such as “@reserve_bot”.
staff-reserve-changed =
    { $what ->
        [set] { $name } a indiqué où se tourner si le bot se tait : { $places }
       *[none] { $name } a retiré ce vers quoi se tourner si le bot se tait.
    }
staff-reserve-asked = { $name } propose qu’on se tourne vers ceci si le bot se tait : { $places }. Les abonnés l’apprendront dès qu’une deuxième personne aura accepté, dans les 24 heures. Vérifiez vous-même qui s’en occupe : indiquer un faux lieu, c’est y conduire tous les abonnés.
# Somebody changed how many approvals posts take; below follow lines of staff-approvals-kind. Variables: $name – who did it.
staff-case-opened = { $name } a ouvert l’affaire « { $case } ». Personne hors de l’équipe n’en est informé tant qu’une deuxième personne n’a pas accepté ce qui y est écrit.
staff-case-agreed = Désormais, toute personne qui interroge le bot voit l’affaire « { $case } ».
staff-case-closed =
    { $what ->
        [closed] { $name } a clos l’affaire « { $case } ». Ce qui devait encore paraître à son sujet est retiré, et rien de nouveau n’y est consigné tant que personne ne l’a rouverte.
       *[open] { $name } a rouvert l’affaire « { $case } ».
    }
staff-reminders-changed = { $name } a changé le moment où les audiences sont rappelées à celles et ceux qui n’ont rien choisi d’autre. Désormais : { $times }
staff-approvals-changed = { $name } a changé le nombre d’approbations qu’il faut pour une publication, en plus de la personne qui l’a écrite. Désormais :
# Somebody wants fewer approvals; below follow lines of staff-approvals-kind. Variables: $name – who asked for it.
staff-approvals-asked = { $name } demande que les publications aient besoin de moins d’approbations, en plus de la personne qui les a écrites. Il faut pour cela l’accord d’une deuxième personne, coordination ou administration, dans la demi-heure. Ce serait alors :
# Below those lines, when anything was taken back.
staff-approvals-drafts = Ce qui avait été soumis selon la règle précédente et n’est pas encore parti est de nouveau un brouillon. Relisez-le et soumettez-le de nouveau.
# Who did something at the machine, without a name: stands for $name at the beginning of “staff-reserve-changed”.
staff-operator = La personne aux commandes de la machine
staff-replacement =
    { $what ->
        [asked] De nouvelles clés sont demandées pour { $name }, qui aurait perdu les siennes. Une deuxième personne doit accepter dans la console ; chacun peut s’y opposer.
        [agreed] De nouvelles clés pour { $name } ont été acceptées. Elles compteront dans 24 heures ; d’ici là chacun peut s’y opposer dans la console.
       *[dropped] Quelqu’un s’y est opposé : pas de nouvelles clés pour { $name }.
    }
# Two people name a colleague in advance who takes over roles when others are gone. Variables: $name – of that colleague; $roles – a list.
staff-succession =
    { $what ->
        [named] { $name } est proposé pour prendre le relais quand d’autres manquent : { $roles }. Une deuxième personne doit accepter dans la console ; tout le monde peut s’y opposer.
        [agreed] { $name } est désigné pour prendre le relais quand d’autres manquent : { $roles }.
        [called] { $name } est appelé à prendre le relais : { $roles }. Cela compte dans 24 heures ; d’ici là, tout le monde peut s’y opposer dans la console.
        [uncalled] Quelqu’un s’est opposé : { $name } ne prend pas le relais pour le moment : { $roles }.
        [dropped] Quelqu’un s’est opposé : { $name } n’est plus désigné pour prendre le relais : { $roles }.
        [doubted] L’une des deux personnes qui ont désigné { $name } pour prendre le relais n’est plus là : { $roles }. Sans confirmation dans la console, la désignation tombe dans 7 jours ; tout le monde peut s’y opposer.
        [confirmed] Confirmé : { $name } prend le relais quand d’autres manquent : { $roles }.
        [confirmed-once] Une personne a confirmé que { $name } prend le relais quand d’autres manquent : { $roles }. La parole des deux qui l’avaient désigné ne compte plus : sans une deuxième confirmation dans la console, la désignation tombe.
        [lapsed] Personne n’a confirmé à temps : { $name } n’est plus désigné pour prendre le relais : { $roles }.
       *[taken] { $name } a pris le relais : { $roles }.
    }
# Telegram refuses a text in one language only. Variables: $case – its name; $language – name of the language.
staff-post-unapproved = De nouveau un brouillon : la publication sur « { $case } » en { $languages }. Son approbation ne compte plus : la personne qui l’a donnée est partie, ou quelque chose a changé depuis. Il faut la soumettre et l’approuver de nouveau.
staff-text-halted =
    { $kind ->
        [alert] Non envoyé : l’avis dans l’affaire « { $case } », langue : { $language }. Telegram refuse ce texte, et les personnes qui le lisent ne sont pas prévenues.
        [digest] Non envoyé en { $language } : le résumé hebdomadaire. Telegram refuse ce texte, et ses lecteurs ne le reçoivent pas.
       *[post] Non envoyé : la publication sur l’affaire « { $case } », langue : { $language }. Telegram refuse ce texte, et les personnes qui le lisent ne le reçoivent pas.
    }
press-embargo = Sous embargo : ne pas publier avant { $until }, soit { $utc }.
press-farewell = Vous recevez ce message parce que vous avez accepté de figurer sur notre liste de presse. Pour ne plus rien recevoir :
press-leave-question = Ne voulez-vous plus recevoir de messages de notre liste de presse ?
press-leave-button = Ne plus rien recevoir
press-left = Vous ne recevrez plus de messages de notre part ; votre adresse est effacée.
staff-account-stopped =
    { $state ->
        [paused] Mis en pause après plusieurs échecs de suite : le compte { $handle } sur { $network }. Ce qui y est prévu attend que quelqu’un le relance.
        [budget] Mis en pause : le compte { $handle } sur { $network } n’a plus de budget ce mois-ci pour la suite. Ce qui y est prévu attend que le budget soit relevé ou que le mois se termine, et que quelqu’un le relance.
        [suspended] Suspendu : { $network } a fermé notre compte { $handle }. Ce qui y est prévu attend que { $network } le rouvre et que le compte soit reconnecté.
        [expired] Terminé : nos identifiants pour le compte { $handle } sur { $network } ont expiré, ou quelqu’un les y a révoqués. Ce qui y est prévu attend que quelqu’un en crée de nouveaux là-bas et reconnecte le compte.
       *[disconnected] Déconnecté : { $network } n’accepte plus nos identifiants pour { $handle }. Ce qui y est prévu attend que le compte soit reconnecté.
    }
staff-account-ends = Bientôt expirés : nos identifiants du compte { $handle } sur { $network }. Ils valent jusqu’à { $end }. Faites-en de nouveaux et reconnectez le compte avant ; sinon, ce qui y est prévu attend.
# Below that an account was suspended; the text itself follows, in each language of the campaign.
staff-notice-prepared = Ceci est prêt pour les autres comptes. Soumettez-le comme publication : il part dès qu’une deuxième personne l’a approuvé.
# Prepared for readers elsewhere. Variables: $handle – the account; $network – such as Mastodon; $places – a list of our other accounts.
notice-account = { $network } a suspendu notre compte { $handle }. Vous nous trouvez ici : { $places }
# The same for the bot. Variables: $handle – its name; $places – a list of names in Telegram.
notice-bot = Telegram n’accepte plus rien de notre bot { $handle }. Les nouvelles des audiences arrivent désormais ici : { $places }
staff-account-delivery =
    { $why ->
        [failed] Non publié sur { $network }, compte { $handle } : la publication sur { $case }. Le réseau l’a refusée.
        [unknown] On ne sait pas si la publication sur { $case } figure sur { $network }, compte { $handle }. Regardez le compte, puis enregistrez ce que vous avez vu.
        [too-late] Non publié sur { $network }, compte { $handle } : la publication sur { $case }. Son moment était passé.
        [case-closed] Non publié sur { $network }, compte { $handle } : la publication sur { $case }. L’affaire a été close.
       *[unapproved] Arrêté avant { $network }, compte { $handle } : la publication sur { $case }. Aucune approbation ne couvre exactement ce qui serait parti.
    }
# An alert came too late to be sent. Variables: $case – its name.
staff-alert-expired =
    { $kind ->
        [announced] Non envoyé : l’annonce d’une audience dans l’affaire « { $case } »
        [reminder] Non envoyé : un rappel d’audience dans l’affaire « { $case } »
        [changed] Non envoyé : le changement d’une audience dans l’affaire « { $case } »
        [cancelled] Non envoyé : l’annulation d’une audience dans l’affaire « { $case } »
        [no_outcome] Non envoyé : l’avis que rien n’est connu d’une audience dans l’affaire « { $case } »
        [confirmed] Non envoyé : la confirmation d’un changement dans l’affaire « { $case } »
        [corrected] Non envoyé : la rectification d’une annonce dans l’affaire « { $case } »
       *[outcome] Non envoyé : le résultat d’une audience dans l’affaire « { $case } »
    }
# Variables: $due – date and time.
staff-alert-expired-why = Prévu : { $due }. L’envoi n’a pas pu partir à temps et ne servirait plus à rien. Les personnes qui suivent l’affaire n’ont pas été prévenues.
# Several came too late, most often in one outage. Variables: $count – how many.
staff-alerts-expired-title =
    { $count ->
        [one] { $count } avis est arrivé trop tard et n’a pas été envoyé
       *[other] { $count } avis sont arrivés trop tard et n’ont pas été envoyés
    }
# Variables: $due – date and time.
staff-alerts-expired-due = Prévu : { $due }
# Behind the first of them. Variables: $count – how many others there are.
staff-alerts-expired-more =
    { $count ->
        [one] Et { $count } autre ; tous figurent dans l’administration.
       *[other] Et { $count } autres ; tous figurent dans l’administration.
    }
staff-alerts-expired-why = Ils n’ont pas pu partir à temps et ne serviraient plus à rien. Les personnes qui suivent l’affaire n’ont pas été prévenues.
# Variables: $languages – a list of language names.
staff-catalogues-unchecked = Aucune personne dont c’est la langue n’a encore vérifié les textes du bot dans ces langues : { $languages }

## The console, where staff work in a browser

console-title = Console de l’équipe
# The first link of every page, for who uses a keyboard.
console-skip = Aller au contenu
# Names the list of pages for who cannot see it.
console-nav = Liste des pages
console-sign-out = Se déconnecter
# Above the list of languages.
console-language = Langue
# The button behind a list from which one is chosen.
console-choose = Choisir
console-waiting-title = Ce qui m’attend
console-keys-title = Mes clés
# Names the stop switch for who cannot see it.
console-pause-title = Arrêt des publications
# What was just done.
console-note =
    { $what ->
        [paused] En pause. Plus rien ne part.
        [lift-asked] Vous avez demandé de relancer. Une deuxième personne qui approuve doit accepter.
        [lifted] Relancé. Ce qui était retenu part.
        [approved] Approuvé, signé avec votre clé.
        [approved-partly] Approuvé, signé avec votre clé. Cela part dès qu’une autre personne l’a aussi approuvé.
        [rejected] Refusé. La personne qui a écrit le texte voit votre décision.
        [key-added] La clé a été ajoutée.
        [key-removed] La clé a été retirée.
        [signed-out] Vous êtes déconnecté.
        [saved] Enregistré.
        [submitted] Confié à une deuxième personne.
        [withdrawn] Retiré.
        [retracted] Retiré. Ce qui peut être supprimé est en cours de suppression ; cette page dit où cela en est.
        [asked] Demandé. Une deuxième personne doit accepter.
       *[done] Fait.
    }
# Why something was not done. What waits for approval has its own reasons above (staff-refused).
console-refused =
    { $reason ->
        [key-needed] Cela se décide uniquement avec une clé, dans la console.
        [key-refused] La clé n’a pas été acceptée. Réessayez, avec une clé que vous avez ajoutée ici.
        [key-known] Cette clé a déjà été ajoutée. Prenez-en une autre.
        [second-key-missing] Pour approuver cela, il faut deux clés à vous, et vous n’en avez qu’une. Ajoutez-en une à la page « Mes clés », sur un autre appareil, puis réessayez.
        [last-key] C’est votre dernière clé. Ajoutez-en d’abord une autre.
        [sign-in-again] Vous avez montré une clé il y a plus de cinq minutes. Déconnectez-vous, reconnectez-vous, puis réessayez.
        [challenge-lapsed] Cela a pris trop de temps, ou a été envoyé deux fois. Réessayez.
        [too-many-tries] Trop d’essais. Attendez cinq minutes, puis réessayez.
        [role-missing] Vos rôles ne le permettent pas.
        [pause-unknown] Ce n’est plus en pause.
        [unknown] Cela n’existe plus, ou n’a jamais existé.
        [changed-since] Cela a été modifié entre-temps. Regardez-le tel qu’il est maintenant.
        [window-past] Le délai dans lequel ceci devait être publié est passé.
        [end-past] Le délai dans lequel cela peut être publié est passé. Choisissez une fin plus tardive, ou aucune.
        [start-past] Le début est déjà passé. Choisissez-en un plus tardif, ou aucun : la publication suit alors l’approbation.
        [window-empty] Cela finirait avant de commencer. Choisissez une fin postérieure au début.
        [embargo-past] L’embargo serait déjà levé. Choisissez une heure plus tardive, ou aucune.
        [embargo-outside-window] Personne ne le recevrait sous embargo, ou personne après. Choisissez une heure après le début et avant la fin.
        [other-site] Ce formulaire ne vient pas de sa propre page. Rouvrez la console.
        [incomplete] Il manque quelque chose, ou c’est écrit d’une façon que nous ne pouvons pas lire.
        [own-keys] Personne ne se porte garant de soi-même. Demandez à deux collègues.
        [own-request] C’est vous qui l’avez demandé. Une deuxième personne doit accepter.
        [succession-waits] Cela ne compte pas encore : il faut d’abord un jour pendant lequel tout le monde peut s’opposer.
        [request-lapsed] Cette demande a expiré, a été acceptée ou retirée.
        [telegram-name-unusable] Ce nom n’est pas possible dans Telegram : 5 à 32 lettres latines, chiffres et tirets bas ; celui d’un bot se termine par « bot ».
        [source-missing] Dites qui l’a rapporté.
        [zone-unknown] Ce fuseau horaire n’existe pas. Écrivez région et ville.
        [date-malformed] Ce jour ou cette heure n’existe pas. Vérifiez.
        [date-missing] Indiquez la date, ou enregistrez l’audience comme reportée.
        [hearing-past] Ce moment est passé. Vérifiez la date et le fuseau ; une audience passée s’enregistre comme tenue.
        [hearing-ahead] Ce jour est à venir. Une audience s’enregistre comme tenue une fois qu’elle a eu lieu.
        [incident-ahead] Ce moment est à venir. Un événement est ce qui a eu lieu.
        [court-missing] Nommez le tribunal dans une langue au moins.
        [what-missing] Dites dans une langue au moins ce qui s’est passé.
        [result-not-held] Seule une audience tenue a des décisions ou est ajournée. Enregistrez-la comme tenue, ou comme reportée sans cela.
        [next-hearing-unfit] La prochaine audience demande une date à venir et une heure qui existe.
        [next-hearing-made] La prochaine audience est désormais enregistrée. Modifiez-la là.
        [postponed-with-date] Avec une nouvelle date, elle est fixée : les abonnés apprennent le changement et reçoivent des rappels.
        [person-unknown] Choisissez une personne de cette affaire.
        [account-disconnected] Ce compte est déconnecté. La personne qui connecte les comptes doit le reconnecter.
        [not-resendable] Ceux-ci ne sont pas renvoyés.
        [broadcast-stands] Ceci est à l’arrêt. Relancez-le d’abord.
        [overtaken] Les abonnés connaissent désormais des faits plus récents. Les anciens ne sont pas renvoyés.
        [approval-gone] L’approbation de ce texte ne compte plus. Quelqu’un doit l’approuver à nouveau.
        [alt-missing] L’image n’a pas encore de description pour qui ne la voit pas.
        [card-missing] La carte a été faite avant ce texte. Refaites-la.
        [card-outdated] Les faits ont changé depuis que la carte a été faite. Refaites-la.
        [facts-not-in-effect] Rien n’en est encore en vigueur, ou c’est retiré. Une carte ne montre que ce qu’une seconde personne a approuvé.
        [card-needs-consent] Il y est question de santé ou de torture. Un consentement peut être retiré, une image non : écrivez-le dans un texte.
        [card-too-long] Il y a trop de mots pour être lus. Choisissez-en moins.
        [card-undrawable] Nos polices n’ont pas de lettre pour l’un de ses signes. Écrivez avec les lettres de nos langues, sans émoji.
        [quote-missing] La citation manque dans une des langues de la publication.
        [no-text] Rien n’y est encore écrit.
        [not-editable] Ce qui a été publié ne peut plus être modifié. Écrivez un nouveau message qui dit ce qui était faux.
        [not-submittable] Seul un brouillon peut être remis. Modifiez d’abord le texte, il en redeviendra un.
        [not-withdrawable] Ce qui a été publié se retire sur la page de la publication. Écrivez un nouveau message qui dit ce qui était faux.
        [case-closed] L’affaire est close. Rouvrez-la d’abord, ou choisissez-en une autre.
        [name-unusable] Ceci ne peut pas être un nom. Écrivez-le avec des lettres ou des chiffres.
        [roles-missing] Choisissez au moins un rôle.
        [limited-to-cases] Vous ne travaillez que sur certaines affaires, et ceci les concerne toutes.
        [admin-not-limited] Un admin ne peut pas être limité à des affaires : il pourrait lever la limite lui-même.
        [languages-missing] Choisissez au moins une langue que cette personne lit.
       *[failed] Quelque chose a échoué de notre côté. Réessayez ; la cause est dans le journal du service.
    }
console-refused-deciders = Moins de deux personnes resteraient pour décider des faits de : { $cases }. Faites d’abord travailler sur chaque affaire deux personnes dont la conversation est liée.
console-refused-name =
    { $where ->
        [alt] La description de l’image nomme quelqu’un qui n’apparaît que par son rôle. Écrivez plutôt « une personne mineure », « un témoin » ou « une victime ».
        [card] La carte nommerait quelqu’un qui n’apparaît que par son rôle. Écrivez plutôt « une personne mineure », « un témoin » ou « une victime ».
       *[text] Le texte nomme quelqu’un qui n’apparaît que par son rôle. Écrivez plutôt « une personne mineure », « un témoin » ou « une victime ».
    }
console-refused-account-text = { $account } publie en { $language }, et le message n’a pas de texte dans cette langue. Écrivez-le d’abord.
console-refused-account-disconnected = { $account } est déconnecté, ou ses identifiants ont expiré : rien n’y paraîtrait. Faites-le reconnecter ou retirez-le du message.
console-refused-alt =
    { $fault ->
        [too-long] La description de l’image est trop longue : { $length } caractères, { $limit } au plus. Raccourcissez-la.
       *[unreadable] La description de l’image contient un signe qui ne peut être envoyé, ou rien de visible. Saisissez-la à nouveau.
    }
console-refused-image =
    { $why ->
        [image-empty] Aucun fichier n’a été choisi, ou il est vide. Choisissez une image.
        [image-too-large] Le fichier dépasse { $limit }. Enregistrez-le en plus petit.
        [image-too-many-pixels] L’image a plus de { $limit } millions de pixels. Réduisez-la.
        [image-moves] L’image est animée. Choisissez-en une seule vue.
        [image-too-narrow] Un côté de l’image est plus de { $limit } fois plus long que l’autre. Recadrez-la.
       *[image-unreadable] Ce n’est pas une image que nous pouvons lire, quel que soit son nom, ou elle est abîmée. Choisissez une image entière : { $kinds }.
    }
console-refused-account-length =
    { $what ->
        [word-too-long] Pour { $account }, un mot est trop long : { $length }, { $limit } au plus. Raccourcissez-le ou coupez-le.
        [alt-too-long] Pour { $account }, la description de l’image est trop longue : { $length }, { $limit } au plus. Raccourcissez-la.
       *[post-too-long] Pour { $account }, le texte est trop long : { $length }, { $limit } au plus. Raccourcissez-le.
    }
console-refused-account-parts = Pour { $account }, le texte prendrait plus de { $limit } parties. Raccourcissez-le.
console-refused-account-image = { $account } ne prend pas cette image. Retirez-la, ou choisissez-en une autre.
console-refused-account-language = Le serveur de { $account } n’a pas de messages en { $language }. Qui le gère doit y ajouter cette langue.
console-refused-budget = Sur { $account }, cela coûterait { $cost } ; des { $budget } de ce mois, il reste { $left }. Raccourcissez le texte, ou retirez des adresses.
console-refused-claimed = { $name } travaille sur ce texte, pour { $minutes } min au plus. Ensuite vous pourrez le reprendre, ou demandez-lui de le rendre. Rien n’a été modifié.
console-refused-title = Ce n’est pas fait
console-back-home = Retour à ce qui m’attend
console-no-site-title = La console a besoin d’un domaine à elle
# The setting itself stands below.
console-no-site = L’équipe se connecte avec des clés d’accès, liées à un domaine. La personne qui exploite le service inscrit son adresse dans ce réglage et redémarre le service. D’ici là, les textes s’approuvent par bouton Telegram.
console-sign-in-title = Se connecter
console-sign-in-how = Ayez une de vos clés sous la main. Votre appareil demande votre doigt, votre visage ou un code PIN ; rien de cela ne le quitte.
console-sign-in-button = Se connecter avec une clé
# Where JavaScript is off, or the browser is too old.
console-script-needed = Votre clé n’est accessible que par JavaScript. Activez-le pour cette adresse, ou prenez un navigateur plus récent.
# The device or the person broke it off.
console-key-failed = Rien n’a été signé. Réessayez, ou prenez une autre clé.
# Variables: $name – of the person who was invited.
console-invitation-title = Bienvenue, { $name }
console-invitation-how = Ajoutez ici votre première clé. Elle reste sur cet appareil, ou dans le service qui garde vos clés ; seule sa moitié publique nous parvient. Ajoutez-en ensuite une deuxième, sur un autre appareil : qui perd toutes ses clés attend un jour pour en avoir de nouvelles.
console-invitation-button = Ajouter ma première clé
console-invitation-gone = Ce lien a servi, a expiré, ou a été remplacé par un plus récent. Demandez-en un autre à la personne qui vous a invité.
# After a loss of keys everybody has a day to object. Variables: $from – date and time.
console-invitation-waits = Ce lien pourra servir à partir de : { $from }. D’ici là, toute l’équipe peut s’y opposer.
console-keys-why = Chacun a deux clés au moins, sur deux appareils. Qui les perd toutes attend un jour pour en avoir de nouvelles.
# Shown on every page until there are two.
# Variables: $from – date and time.
console-keys-one = Vous n’avez qu’une clé. Ajoutez-en une deuxième, sur un autre appareil : sans elle, vous ne pourrez plus rien approuver à partir de : { $from }.
console-keys-one-due = Vous n’avez qu’une clé, vous ne pouvez donc rien approuver. Ajoutez-en une deuxième, sur un autre appareil.
console-keys-add = Ajouter une clé
# Variables: $number – of the key in the list.
console-keys-remove = Retirer la clé { $number }
# One key in a list. Variables: $number; $added – date and time.
console-key = Clé { $number }, ajoutée : { $added }
# Variables: $at – date and time.
console-key-used = Dernière utilisation : { $at }
# The key is kept by a service such as iCloud or Google.
console-key-copied = Gardée par un service qui la copie sur vos autres appareils
console-waiting-none = Rien ne vous attend.
console-bot-stopped = Telegram n’accepte plus rien de notre bot depuis le { $since } : aucune alerte, aucun message, aucune publication sur un canal ne part. Publications en attente pour un canal : { $posts }. Elles partiront quand Telegram acceptera de nouveau le bot.
console-waiting-texts = Textes à approuver
console-waiting-hearings = Informations d’audience à approuver
console-waiting-incidents = Événements à approuver
console-waiting-agreements = Attend votre accord
console-waiting-by = Proposé par { $name }
# What the person wrote and handed to others.
console-waiting-own = Ce que vous avez écrit et que d’autres décident
console-waiting-undescribed = Images que personne n’a décrites
console-waiting-drafts = Vos brouillons
# Variables: $at – date and time.
console-waiting-since = Depuis : { $at }
console-waiting-again = À approuver de nouveau
# Leads to a post in one language. Variables: $case – name of the case; $language – name of the language.
console-post-link = { $case } – { $language }
# Variables: $given – approvals given; $needed – approvals that it takes.
console-approvals = { NUMBER($given) } sur { $needed ->
        [one] { NUMBER($needed) } approbation
       *[other] { NUMBER($needed) } approbations
    }
console-approvals-stuck = Il reste moins de personnes qui peuvent approuver ce texte qu’il n’en faut : les autres qui lisent cette langue l’ont commencé, ou l’ont modifié depuis sa dernière approbation. Confiez le rôle d’approbation à quelqu’un d’autre qui la lit, ou qu’une seule personne le recommence comme sa propre publication.
console-covers-title = Ce que couvre votre approbation
console-field-case = Affaire
console-field-kind = Type
console-field-author = Écrit par
console-field-when = Quand
console-field-where = Vers
console-target-telegram = Les personnes qui suivent l’affaire, sur Telegram
# A row of characters that stands for exactly this content.
console-field-hash = Empreinte
# What the picture shows, in words.
console-field-image = Image
# Variables: $language – name of the language.
console-text-title = Le texte ({ $language }), tel qu’il arrive
# Variables: $language – name of the language.
console-source-title = Traduit de ce texte ({ $language })
console-changes-title = Ce qui diffère de ce qui avait été approuvé
console-changes-none = Rien n’en avait été approuvé.
# Before words that are gone, for who cannot see the colour.
console-change-removed = retiré :
# Before words that are new, for who cannot see the colour.
console-change-added = ajouté :
console-decide-title = Votre décision
console-decide-how = Votre clé signe exactement ce qui figure ci-dessus. Toute modification l’annule.
console-telegram-title = Ma discussion Telegram
console-telegram-linked = Une discussion est liée : les demandes y arrivent aussi.
console-telegram-none = Aucune discussion n’est liée. Les demandes ne se voient qu’ici.
console-telegram-button = Créer un lien pour ma discussion
# The link stands below.
console-telegram-how = Ouvrez ce lien dans Telegram, dans la discussion qui doit être la vôtre. Il sert une fois, pendant un quart d’heure.
console-posts-title = Publications
console-cases-title = Affaires et audiences
console-broadcasts-title = Envois
console-calendar-title = Calendrier
console-staff-title = Équipe
console-policy-title = Approbations
console-policy-what = Autant de personnes différentes, outre celle qui l’a écrit, doivent approuver chaque texte avant sa publication. Une seule personne peut en demander plus ; pour en demander moins, il en faut deux, en une demi-heure. Après un changement, ce qui était soumis et n’est pas sorti redevient un brouillon et doit être approuvé de nouveau ; toute l’équipe en est informée.
console-policy-waiting =
    { $texts ->
        [one] { $texts } texte est soumis et n’est pas encore sorti.
       *[other] { $texts } textes sont soumis et ne sont pas encore sortis.
    }
console-policy-asked = { $name } a demandé d’en exiger moins. Une deuxième personne peut accepter jusqu’au { $until }.
console-policy-whose = La coordination ou l’administration, si elle travaille sur tous les dossiers, change cela.
console-reserve-title = En réserve
console-reserve-what = Vers quoi se tourner si le bot se tait : toute personne qui commence en est informée. Pour l’indiquer, il faut deux personnes, dans les 24 heures ; une seule peut le retirer aussitôt. Toute l’équipe en est informée.
console-reserve-none = Rien n’est en réserve.
console-reserve-bot = Deuxième bot
console-reserve-channel = Canal
console-reserve-asked = { $name } a indiqué : { $places }. Une deuxième personne peut accepter jusqu’au { $until } ; d’ici là, aucun abonné n’en est informé. Ouvrez-le dans Telegram et voyez qui s’en occupe.
console-reserve-drop = Ne pas l’indiquer
console-reserve-whose = La coordination ou l’administration, si elle travaille sur tous les dossiers, l’indique.
console-case-waits = Attend une deuxième personne
console-case-opened = Ouverte par { $name }, { $since }. Tant qu’une deuxième personne n’a pas accepté, seule l’équipe la connaît ; voici ce que verraient les lecteurs :
console-case-address = Nom court dans l’adresse
console-case-persons = Personnes
console-audit-title = Journal des actions
# The audit log: what was done, after the name of whoever did it. Variables: $verb – the verb, of which the log holds the code word.
console-audit-verb =
    { $verb ->
        [account-deliveries-expire] Publication sur un compte venue trop tard
        [account-deliveries-move] Publication sur un compte déplacée
        [account-deliveries-publish] Publication sur des comptes prévue
        [account-deliveries-record-retraction] Suppression sur un réseau enregistrée
        [account-deliveries-refuse] Publication refusée par le réseau
        [account-deliveries-retract] Publication retirée
        [account-deliveries-retract-from-account] Publication retirée d’un compte
        [account-deliveries-revive] Publication sur un compte remise en route
        [account-deliveries-see] Indiqué où se trouve une publication qui se poursuit ; il manque une deuxième personne
        [account-deliveries-settle] Décidé si une publication est en ligne
        [account-deliveries-withdraw] Publications sur des comptes annulées
        [accounts-connect] Compte relié
        [accounts-disconnect] Compte délié
        [accounts-pause] Compte mis en pause
        [accounts-reconnect] Compte relié de nouveau
        [accounts-resume] Compte relancé, ou relance demandée
        [accounts-set-budget] Budget du compte fixé
        [accounts-stop] Compte arrêté par le service
        [accounts-warn-of-end] Averti que l’accès d’un compte expire
        [alerts-dispatch] Alerte envoyée
        [alerts-replan] Alertes replanifiées
        [backups-restore] Sauvegarde restaurée
        [bots-clear-stop] Le bot fonctionne de nouveau
        [bots-ensure] Bot ajouté
        [bots-record-stop] Telegram refuse le bot
        [broadcasts-act] Envoi mis en pause, relancé ou annulé
        [broadcasts-ask] Demande de changer un envoi
        [broadcasts-drop-request] Demande sur un envoi abandonnée
        [broadcasts-halt] Envoi arrêté par le service
        [broadcasts-resend] Ce qui n’est pas arrivé renvoyé
        [campaigns-ask-approvals] Moins d’approbations demandées
        [campaigns-ask-reserve] Demande de changer les lieux de secours
        [campaigns-change] Campagne modifiée
        [campaigns-create] Campagne créée
        [campaigns-drop-approvals-request] Demande de moins d’approbations abandonnée
        [campaigns-drop-reserve-request] Demande sur les lieux de secours abandonnée
        [campaigns-set-approvals] Nombre d’approbations modifié
        [campaigns-set-reserve] Lieux de secours indiqués
        [cases-agree] Accord donné à une affaire
        [cases-close] Affaire close
        [cases-create] Affaire ouverte
        [cases-import] Affaire importée
        [cases-record-event] Événement d’une affaire enregistré
        [cases-reopen] Affaire rouverte
        [consents-record] Consentement enregistré
        [consents-withdraw] Consentement retiré
        [contacts-add] Contact presse ajouté
        [contacts-bounce] Courriel à la presse revenu
        [contacts-end] Contact presse terminé
        [deliveries-halt-text] Envoi arrêté dans une langue
        [deliveries-recover] Envoi repris après un arrêt
        [deliveries-settle] Résultat des messages enregistré
        [deliveries-settle-calls] Résultat des réponses enregistré
        [digests-dispatch] Résumé hebdomadaire envoyé
        [endpoints-add] Autre système ajouté
        [endpoints-gone] Autre système parti de son adresse
        [endpoints-remove] Autre système retiré
        [hearings-adjourn] Audience renvoyée
        [hearings-ask-again] Nouvelle demande de décision sur une audience
        [hearings-decide] Décision sur une audience
        [hearings-end-wait] Audience qui n’est plus attendue
        [hearings-import] Audiences importées
        [hearings-record] Audience enregistrée
        [hearings-revise] Audience modifiée
        [hearings-ring] Appel à décider d’une audience
        [incidents-decide] Décision sur un incident
        [incidents-record] Incident enregistré
        [incidents-revise] Incident modifié
        [invitations-accept] Invitation acceptée
        [invitations-invite] Invitation envoyée
        [keys-reseal] Rescellé avec une nouvelle clé
        [media-add] Image téléversée
        [partners-add] Partenaire ajouté
        [partners-add-secret] Secret d’un partenaire créé
        [partners-report] Audience signalée par un partenaire
        [partners-revoke] Partenaire révoqué
        [partners-revoke-secret] Secret d’un partenaire révoqué
        [passkeys-add] Clé ajoutée
        [passkeys-remove] Clé retirée
        [pauses-ask] Demande de relancer les publications
        [pauses-drop-request] Demande de relance abandonnée
        [pauses-lift] Publications relancées
        [pauses-pause] Publications mises en pause
        [posts-ask-again] Nouvelle demande d’approbation d’un texte
        [posts-claim-text] Texte pris en main
        [posts-create] Publication commencée
        [posts-decide] Texte approuvé ou refusé
        [posts-edit] Texte modifié
        [posts-keep-from-readers] Texte retenu, plus envoyé aux lecteurs
        [posts-publish] Texte publié
        [posts-release-text] Texte libéré
        [posts-set-accounts] Comptes d’une publication choisis
        [posts-set-card] Carte d’une publication choisie
        [posts-set-embargo] Embargo d’une publication fixé
        [posts-set-kind] Genre d’une publication modifié
        [posts-set-photo] Image d’une publication choisie
        [posts-set-schedule] Date d’une publication fixée
        [posts-set-sheet] Ce que partagent les langues d’une publication fixé
        [posts-set-warning] Avertissement d’une publication fixé
        [posts-settle-alt] Description d’une image réglée
        [posts-submit] Texte remis
        [posts-withdraw] Texte repris
        [sessions-end] Déconnexion
        [sessions-refuse] Connexion refusée
        [sessions-sign-in] Connexion
        [staff-requests-agree] Accord à une demande sur l’équipe
        [staff-requests-ask] Demande sur l’équipe faite
        [staff-requests-drop] Demande sur l’équipe abandonnée
        [staff-requests-void-link] Lien créé pour quelqu’un annulé
        [staff-add] Membre ajouté à l’équipe
        [staff-create-link] Lien pour relier une discussion créé
        [staff-issue-token] Jeton créé
        [staff-limit-to-cases] Limité à certaines affaires
        [staff-link-chat] Discussion reliée à un membre de l’équipe
        [staff-revoke] Retiré de l’équipe
        [staff-revoke-token] Jeton révoqué
        [staff-send-test] Message d’essai envoyé
        [staff-set-language] Langue choisie
        [staff-unlink-chat] Discussion déliée
        [successions-agree] Accord à une relève
        [successions-call] Relève appelée
        [successions-confirm] Relève confirmée
        [successions-doubt] Relève mise en doute
        [successions-name] Relève proposée
        [successions-object] Opposition à une relève
       *[successions-take-over] Relève prise
    }
console-statistics-title = En chiffres
console-statistics-hint = Les personnes et les messages sont arrondis à la dizaine, une fois par jour. Moins de 20 n’est pas indiqué.
console-statistics-followers = Abonnés
console-statistics-few = moins de 20
console-statistics-cases = Par affaire
console-statistics-languages = Par langue
console-statistics-hours = Messages par heure, { $day }
console-statistics-hour = Heure
console-statistics-alerts = Retard des alertes
console-statistics-alerts-hint = Du moment prévu pour une alerte jusqu’au premier abonné qui l’a reçue.
console-statistics-half = La moitié en moins de
console-statistics-most = 99 sur 100 en moins de
console-statistics-table = En tableau
# Leads to the page before in a list that begins with the newest.
console-older = Plus anciens
# An empty list.
console-none = Il n’y a encore rien ici.
console-post-new = Écrire une publication
# Variables: $case – its name.
console-post-title = Une publication sur { $case }
# Variables: $language – name of the language.
console-edit-title = Texte : { $language }
console-edit-hint = Une ligne vide commence un paragraphe. Deux astérisques autour des mots les mettent en gras, un seul en italique.
console-edit-text = Texte
console-edit-alt = Ce que montre l’image, pour qui ne la voit pas
console-image-none = Il n’y a pas d’image.
console-image-file = Une image : { $kinds }
console-image-hint = { $size } et { $pixels } millions de pixels au plus. Elle est refaite, pour que le lieu, l’heure et l’appareil ne partent pas avec elle. Toutes les langues la partagent, et chacune a besoin de mots pour qui ne la voit pas. Tous les textes redeviennent des brouillons.
console-image-use = Utiliser cette image
console-image-remove = Enlever l’image
console-image-undescribed = Personne n’a encore dit ce que montre l’image.
console-submit-undescribed = Remettre sans dire ce que montre l’image
console-submit-undescribed-hint = En cas d’urgence seulement. L’image part sans mots pour qui ne la voit pas ; la personne qui approuve le voit, et cela reste parmi ce qui attend les personnes qui écrivent dans cette langue jusqu’à ce que l’image soit décrite ou la publication retirée.
console-undescribed-out = Le texte a été publié, et personne n’a dit ce que montre son image. Là où un réseau le permet, ajoutez les mots à la main et dites-le sur la page de la publication ; ailleurs, seule une nouvelle publication avec une image décrite aide, une fois celle-ci retirée. D’ici là, elle reste parmi ce qui attend.
console-undescribed-settle = Les mots y figurent désormais
console-standing =
    { $standing ->
        [planned] attend son tour
        [attempting] part en ce moment
        [stands] est parti
        [unknown] est peut-être parti
        [failed] n’est pas parti
        [cancelled] ne partira pas
        [leaving] en cours de suppression
        [retracted] supprimé
       *[stays] est parti et y reste
    }
console-standing-title = Sur ses comptes
console-retract = Retirer
console-retract-post = Retirer la publication
console-retract-title = Retrait : ce qui va se passer
console-retract-will =
    { $will ->
        [stops] Ce qui y attend ne part pas.
        [goes] Ce qui y figure est supprimé.
        [seen] Ce qui y figure peut-être est recherché, et supprimé s’il s’y trouve.
       *[stays] Ce qui y est parti reste : ce réseau ne reprend rien.
    }
console-retract-followers = Les personnes abonnées gardent les messages qu’elles ont reçus. Qui l’attend encore ne la reçoit pas.
console-retract-waiting = Les textes de cette publication qui ne sont pas encore partis peuvent encore partir. S’ils ne le doivent pas, retirez-les sur la page de la publication.
console-retract-nothing = Il ne reste rien à retirer.
console-retract-elsewhere = Partout ailleurs elle reste, et les personnes abonnées la reçoivent comme avant.
console-retracted-at = Retiré le { $at }. Qui ne l’a pas reçu ne le reçoit plus.
console-card-title = La carte
console-card-of = Montre
console-card-make = Faire la carte
console-card-hint = Chaque langue a la sienne. Tous les textes redeviennent des brouillons.
console-sheet-title = Ce que toutes les langues partagent
console-sheet-voids = Une modification fait redevenir brouillon ce qui est écrit en : { $languages }.
console-sheet-void-count = Approbations qui ne valent plus : { $count }
console-sheet-not-before = Pas avant
console-sheet-not-after = Pas après
console-sheet-after-hint = Vide : dans les trois jours.
console-sheet-embargo = Sous embargo jusqu’à
console-sheet-embargo-hint = D’ici là, seuls les contacts de la liste de presse le reçoivent. Vide : tous en même temps.
console-sheet-clock = À l’heure de { $zone }. Vide : dès l’approbation.
console-sheet-warning = Avertissement
console-sheet-none = aucun
console-sheet-accounts = Où cela va, outre les personnes qui suivent l’affaire
console-sheet-accounts-hint = Donnez son tour à chaque compte : 1 passe en premier.
console-sheet-account = { $handle } ({ $network }), { $language }
console-sheet-gap = Minutes entre deux comptes
console-sheet-gap-hint = 0 : tous à la fois.
console-sheet-spread = { $minutes } min entre deux comptes
console-sheet-standing = Tel que c’est maintenant
console-quote = Une citation pour une carte
console-quote-words = Ce qui a été dit
console-quote-who = Qui l’a dit
console-quote-hint = Dans chaque langue de la publication, avec les mots que l’on y lit. Fait une image pour chacune.
# How much of the room is used. Variables: $length, $limit – numbers of characters.
console-edit-length = { $length } caractères sur { $limit }
console-edit-approver =
    { $then ->
        [stuck] Si vous enregistrez une modification ici, il ne restera plus assez de personnes qui peuvent approuver ce texte.
       *[others] Si vous enregistrez une modification ici, vous ne pourrez plus approuver ce texte. Quelqu’un d’autre devra le faire.
    }
console-edit-save = Enregistrer
console-edit-submit = Confier à une deuxième personne
console-edit-standing-title = Ce que { $name } a écrit entre-temps
console-edit-instead = Je l’ai lu : mettre mon texte à sa place
console-edit-withdraw = Retirer
console-preview-title = Tel que cela partirait
console-preview-left = { $account } – il reste { $left } sur { $limit }
console-preview-parts = { $account } – { $length } sur { $limit }, en { $parts } parties
console-draft-kept = Gardé comme votre brouillon. Ce n’est pas encore enregistré.
console-draft-shown = Vous voyez votre brouillon, gardé mais pas encore enregistré.
console-draft-offline = Pas de connexion. Ce que vous tapez est gardé sur cet appareil et envoyé dès qu’il y en a une.
console-draft-restored = Ce que vous aviez tapé était encore sur cet appareil. Le voici.
console-draft-signed-out = Vous n’êtes plus identifié. Ce que vous avez tapé est gardé sur cet appareil. Identifiez-vous, puis rouvrez cette page.
console-paragraph-title = Paragraphe { $number }
console-paragraph-changed = Modifié depuis la traduction. Vérifiez si elle convient encore.
console-paragraph-gone = Le texte d’origine n’a plus ce paragraphe. Videz le champ pour l’omettre.
console-paragraph-fits = Il convient tel quel
console-paragraph-tally = Paragraphes : { $all }. Pas encore traduits : { $missing }. Origine modifiée depuis : { $changed }.
console-paragraph-lacks = Introuvable dans cette traduction : { $facts }. Vérifiez qu’elle dit la même chose.
console-facts-title = Conservé tel que dans l’original :
console-facts-hint = Les noms, jours, heures et adresses de l’original figurent entre accolades, comme { $time }, et sont écrits selon l’usage de chaque langue. Touchez-les pour les mettre dans le paragraphe. Un nom peut être décliné : { $name }.
console-facts-back = Le remettre
console-facts-differ =
    { $how ->
        [lost] Il manque : { $facts }.
        [doubled] Plus souvent que dans l’original : { $facts }.
        [contradicting] Le jour de la semaine ne correspond pas à la date : { $facts }.
       *[altered] Absent de l’original : { $facts }.
    }
console-refused-facts = Le paragraphe { $number } ne dit pas ce que dit son original. { $faults } Rien n’a été enregistré.
console-claim-other = { $name } travaille sur ce texte jusqu’au { $until }. Ensuite, vous pourrez le reprendre.
console-claim-over = { $name } a travaillé sur ce texte jusqu’au { $until }. Vous pouvez le reprendre.
console-claim-own = Ce texte est entre vos mains jusqu’au { $until }, et chaque enregistrement ajoute une demi-heure.
console-claim-none = Personne ne travaille sur ce texte. Prenez-le, pour que personne d’autre n’y écrive entre-temps.
console-claim-take = Le prendre en main
console-claim-release = Le rendre
console-claim-standing = Entre les mains de { $name } jusqu’au { $until }
# The text cannot be sent as it is written. Variables: $line – a number.
console-edit-unreadable = Ligne { $line } : { $remedy }
console-text-fault =
    { $fault ->
        [too-long] Le texte est beaucoup trop long. Raccourcissez-le.
        [nested-too-deep] Une liste a trois niveaux au plus. Écrivez-la avec moins.
        [malformed-text] Elle contient une moitié de caractère. Saisissez la ligne à nouveau.
        [control-character] Elle contient un signe que personne ne voit. Saisissez la ligne à nouveau.
        [direction-override] Elle contient un signe invisible qui inverse le sens de lecture. Saisissez la ligne à nouveau.
        [image] Une image ne se place pas dans le texte. Joignez-la au message.
        [html] Le HTML n’est pas accepté. Écrivez le gras avec deux astérisques, un lien ainsi : […](https://…).
        [heading] Un titre n’est pas accepté. Écrivez-le comme une ligne en gras.
        [code] Les accents graves et les lignes en retrait ne sont pas acceptés. Retirez-les.
        [quote] Écrivez une citation entre guillemets, sans > devant.
        [table] Un tableau n’est pas accepté. Écrivez-le comme une liste.
        [rule] Laissez une ligne vide au lieu du trait.
        [reference-link] Écrivez l’adresse du lien sur place : […](https://…).
        [link-without-words] Écrivez les mots du lien entre ses crochets.
        [link-names-another-host] Les mots du lien nomment un autre site que son adresse. Nommez le même dans les deux.
        [link-title] Retirez le titre entre guillemets après l’adresse du lien.
        [link-not-absolute] Écrivez l’adresse entière du lien, avec https:// devant.
        [link-scheme] Un lien mène seulement à une adresse http, https, mailto ou tg.
        [link-with-password] Retirez de l’adresse du lien la partie avant @.
        [link-malformed] L’adresse du lien n’en est pas une. Corrigez-la.
       *[unsupported] Seuls les paragraphes, le gras, l’italique, les liens et les listes sont acceptés. Écrivez-le ainsi.
    }
# Variables: $length, $limit – numbers of characters.
console-edit-too-long = Le texte est trop long : { $length } caractères, { $limit } au plus. Raccourcissez-le.
# Where a text stands.
console-text-state =
    { $state ->
        [draft] Brouillon
        [in_review] Attend une deuxième personne
        [approved] Approuvé
        [scheduled] Approuvé, attend son heure
        [published] Publié
        [rejected] Refusé
        [withdrawn] Retiré
       *[expired] Trop tard pour partir
    }
# How far the wording of a translation was looked at.
console-text-check =
    { $check ->
        [machine_draft] brouillon automatique
        [draft] pas encore vérifié
        [checked] vérifié
       *[stale] périmé : le texte d’origine a changé
    }
console-hearings = Audiences
console-timeline = Chronologie
# One source says otherwise; both stand. Variables: $source; $field – name of the field; $value.
console-disagrees = { $source } dit autre chose ({ $field }) : { $value }
# Above the form for facts of a hearing, and on what leads to it.
console-facts-hearing =
    { $what ->
        [new] Enregistrer une audience
       *[change] Modifier ce que l’on sait de l’audience
    }
# The same of an incident: an arrest, a search, a release.
console-facts-incident =
    { $what ->
        [new] Enregistrer un événement
       *[change] Modifier ce que l’on sait de l’événement
    }
# Leads from a hearing or an incident to its form.
console-facts-change = Modifier
# Below a date.
console-facts-date-hint = Vide tant qu’aucune date n’est connue.
# Below a time of day.
console-facts-time-hint = À l’heure du lieu. Vide tant qu’elle n’est pas connue.
# Below a time zone. Variables: $example – a zone as it is written.
console-facts-zone-hint = Région et ville, par exemple { $example }.
# Below the list of sources.
console-facts-sources-hint = Qui l’a rapporté, une source par ligne.
# Below the day on which facts were checked.
console-facts-checked-hint = Quand quelqu’un l’a comparé à sa source pour la dernière fois.
# Opens the fields for further languages.
console-facts-languages = Autres langues
# Opens the fields for what came of a hearing.
console-facts-result = Ce qu’il en est sorti
console-facts-rulings = Décisions
console-facts-rulings-hint = Une par personne et par accusation. Sans personne, elle est laissée de côté.
console-facts-ruling = Décision
console-facts-person = Personne
# What a ruling imposes.
console-facts-penalty = Peine prononcée
# The label of a number: how long a penalty lasts.
console-facts-length =
    { $unit ->
        [years] Années
        [months] Mois
       *[days] Jours
    }
# Of a fine.
console-facts-amount = Montant
console-facts-note = Remarque
# Adds a row to a form.
console-facts-more = Une ligne de plus
console-facts-adjourned = Ajournement
# Whether a hearing that was held goes on at another date.
console-facts-adjourned-how =
    { $how ->
        [no] pas d’ajournement
        [open] ajournée, date inconnue
       *[dated] ajournée à la date ci-dessous
    }
console-facts-next = La prochaine audience
console-facts-next-hint = Ne compte qu’avec une date. Un tribunal laissé vide est celui de cette audience.
# Opens the fields for what a source says otherwise.
console-facts-differing = Ce que certaines sources disent autrement
console-facts-differing-hint = Les deux restent, et les abonnés voient les deux.
# Of which fact a source says something else.
console-facts-about = À propos de
console-facts-says = Ce qu’elle dit
console-facts-source = Selon qui
console-facts-kind = Ce qui s’est passé
# Kinds of incident, in a list.
console-facts-kinds =
    { $kind ->
        [arrest] arrestation
        [search] perquisition
        [attack] agression
        [transfer] transfert
        [health] santé
        [demolition] démolition
       *[release] libération
    }
console-facts-place = Où
console-facts-what = Dans les mots que lisent les abonnés
# Below the words in which an incident is told; of one that is taken back, what is right.
console-facts-what-hint = Si cela n’a pas eu lieu : ce qui est exact.
console-facts-whom = Qui est concerné
console-facts-bystanders = Combien d’autres personnes, par rôle
console-facts-bystanders-hint = Elles ne sont jamais nommées.
# The label of a number of people.
console-facts-bystander =
    { $role ->
        [minor] Mineurs
        [witness] Témoins
       *[victim] Victimes
    }
console-facts-certainty = Degré de certitude
console-facts-certainties =
    { $certainty ->
        [established] établi : nous le savons
        [reported] rapporté : quelqu’un l’a dit, nous n’en savons pas plus
       *[alleged] allégué : non confirmé
    }
console-facts-discloses = Ce qu’il révèle en plus
console-facts-discloses-hint = Il y faut un consentement enregistré.
# How a change of an incident stands to what followers were told.
console-facts-amendment = Rapport avec ce qui a été dit avant
console-facts-amendments =
    { $amendment ->
        [adds] on en sait plus
        [corrects] quelque chose était faux
       *[withholds] des faits privés sont retirés et ne sont pas répétés
    }
console-facts-happened =
    { $status ->
        [stands] cela a eu lieu
       *[retracted] cela n’a pas eu lieu comme on l’a dit
    }
# Shows, before anything is recorded, what followers would be told.
console-facts-look = Voir ce que les abonnés apprendraient
# Above the message that followers would get.
console-facts-told = Ce que les abonnés apprendraient après l’accord d’une deuxième personne
console-facts-told-none = Personne n’est averti tout de suite.
# Variables: $when – a list of dates and times.
console-facts-reminders = Rappels : { $when }
console-facts-replaces = Une modification attend déjà une deuxième personne. La vôtre prend sa place.
# Above what a colleague recorded while this was written. Variables: $name – the colleague.
console-facts-standing = Ce que { $name } a enregistré entre-temps
# Behind a box to be ticked: one’s own facts are recorded although a colleague’s stand there by now.
console-facts-instead = Je l’ai lu : mettre le mien à sa place
# Above a form that was not taken.
console-facts-faults = Rien n’a encore été enregistré. Regardez ce qui est marqué ci-dessous.
# At a field.
console-facts-fault =
    { $reason ->
        [missing] Ceci manque.
        [clock] Ce jour-là, les horloges sautent cette heure ou l’affichent deux fois. Choisissez-en une autre.
        [minutes] Écrivez un nombre de minutes : zéro ou plus, un jour au plus.
       *[unusable] Impossible de le prendre tel quel : c’est trop long, ou ce n’est pas ce qui est attendu ici.
    }
# A time that the clocks skip on that day. Variables: $before, $after – times of day.
console-refused-gap = Ce jour-là, les horloges sautent cette heure. Les plus proches sont { $before } et { $after }. Demandez laquelle est la bonne.
# What is on its way.
console-broadcast-what =
    { $kind ->
        [alert] Avis d’audience
        [digest] Résumé de la semaine
       *[post] Publication
    }
console-broadcast-state =
    { $state ->
        [running] en cours
        [paused] en pause
        [halted] arrêté après des erreurs
        [cancelled] annulé
       *[finished] terminé
    }
# How many messages came to what. Variables: $count – a number, or that it is under 20.
console-delivery-count =
    { $state ->
        [planned] en attente : { $count }
        [sent] envoyés : { $count }
        [failed] échoués : { $count }
        [unknown] peut-être arrivés : { $count }
       *[cancelled] annulés : { $count }
    }
# In place of a number under 20.
console-few = moins de 20
console-broadcast-do =
    { $action ->
        [pause] Mettre en pause
        [resume] Laisser continuer
       *[cancel] Annuler le reste
    }
# What one person has asked for of a broadcast, beside it. Variables: $action – pause, resume or cancel; $name – who asked; $until – date and time.
console-broadcast-asked =
    { $action ->
        [pause] { $name } veut mettre ceci en pause. Une deuxième personne doit être d’accord ; la demande expire : { $until }.
        [resume] { $name } veut laisser ceci continuer. Une deuxième personne doit être d’accord ; la demande expire : { $until }.
       *[cancel] { $name } veut annuler le reste. Une deuxième personne doit être d’accord ; la demande expire : { $until }.
    }
# What of a broadcast did not arrive, by the reason; and what leads there.
console-dead-title = Ce qui n’est pas arrivé
# Why messages that did not arrive are not sent once more.
console-dead-why =
    { $why ->
        [may-have-arrived] Ils sont peut-être arrivés, et personne ne reçoit deux fois une publication.
        [chat-away] On ne peut pas écrire à ces discussions.
        [too-late] Leur moment est passé.
        [superseded] Des faits plus récents ont pris leur place.
        [not-wanted] Ils ont été annulés, ou leurs lecteurs n’en voulaient plus.
        [unreadable] Nos clés n’ouvrent pas la discussion ou le texte.
        [no-longer-kept] On ne garde plus trace desquels il s’agissait.
       *[not-certain] Rien ne dit qu’un nouvel essai soit sans risque.
    }
console-dead-class =
    { $class ->
        [no-rights] Le bot n’a pas le droit d’y écrire.
        [content] Telegram n’a pas accepté le texte.
        [text-halted] Le texte a été arrêté après que Telegram l’a refusé.
        [no-answer] Aucune réponse n’est venue : on ne sait pas s’ils sont arrivés.
       *[refused] Telegram les a refusés pour une autre raison.
    }
console-dead-resend = Les envoyer encore une fois
# Alerts of which nobody was told.
console-expired-title = Avis arrivés trop tard
console-expired-why = Ils n’ont pas été envoyés : ils ne pouvaient partir à temps et n’auraient servi à rien. Les abonnés n’ont pas été avertis.
# Our accounts on networks such as Mastodon.
console-accounts-title = Comptes
console-account-state =
    { $state ->
        [active] en ordre
        [paused] en pause
       *[disconnected] déconnecté
    }
# Why nothing goes out on an account. A code may stand behind the third and the last.
console-account-why =
    { $why ->
        [staff] Quelqu’un de l’équipe l’a mis en pause. Il faut deux personnes pour le relancer.
        [budget] Le budget du mois est épuisé.
        [failures] En pause après plusieurs échecs de suite.
        [suspended] Le réseau l’a suspendu.
        [expired] Ses identifiants ont expiré, ou quelqu’un les a révoqués sur le réseau. Il faut y en créer de nouveaux, puis le reconnecter.
        [forgotten] Nous avons effacé ses identifiants. Il faut le reconnecter.
       *[credentials] Le réseau n’accepte plus nos identifiants. Il faut le reconnecter.
    }
# Variables: $until – date and time.
console-account-rests = Rien n’y part avant { $until }.
console-account-ends = Ses identifiants valent jusqu’à { $end }. Reconnectez-le avant.
# Variables: $count – a number.
console-account-failures = Échecs de suite : { $count }
# By price lists. Variables: $spent, $planned – amounts of money.
console-account-spent = Dépensé ce mois-ci, estimation : { $spent }. Prévu : { $planned }.
# The same where there is a budget. Variables: $spent, $planned, $budget – amounts of money.
console-account-spent-of = Dépensé ce mois-ci, estimation : { $spent } sur { $budget }. Prévu : { $planned }.
# Variables: $limit – a number, in the network’s own unit.
console-account-text = Textes de { $limit } caractères au plus, selon le décompte du réseau.
# What can be done on an account.
console-account-can =
    { $what ->
        [images] Accepte les images.
        [no-images] N’accepte pas d’images.
        [threads] Les longs textes partent en plusieurs parties.
        [no-threads] Un texte part en une fois.
        [retract] Ce qui est parti peut être retiré.
        [no-retract] Ce qui est parti ne peut pas être retiré.
       *[asks-person] Quand on ignore si quelque chose y figure, quelqu’un doit regarder.
    }
console-unknown-title = Est-ce que cela y figure ?
console-unknown-how = Le réseau n’a pas répondu, et rien ne part deux fois. Regardez le compte, puis dites ce que vous avez vu.
# Variables: $at – date and time.
console-unknown-tried = Essayé : { $at }
console-unknown-contact = C’était pour une seule adresse de la liste.
console-unknown-stands = Cela y figure
# Its button: after that it goes out again.
console-unknown-absent = Cela n’y figure pas : le renvoyer
console-unknown-id = Ce par quoi le réseau le connaît
console-unknown-id-hint = Un numéro ou un nom, souvent la dernière partie de son adresse.
console-unknown-address = Son adresse, si vous l’avez
# What somebody may do.
console-role =
    { $role ->
        [author] rédaction
        [translator] traduction
        [approver] approbation
        [admin] administration
        [coordinator] coordination
       *[lawyer] avocat
    }
# Variables: $count – how many keys somebody has.
console-staff-keys = Clés : { $count }
# A bearer token of somebody. Variables: $until – date and time; $used – date and time, or console-token-unused.
console-token = Un jeton pour des programmes compte jusqu’à : { $until }. Dernière utilisation : { $used }.
console-token-unused = jamais
# Behind it: a list of scopes such as posts:read, or console-token-all.
console-token-for = Il sert à
console-token-all = tout ce que les rôles permettent.
console-token-end = Mettre fin à ce jeton
# Variables: $languages – a list.
console-staff-reads = Lit : { $languages }
console-staff-cases = Travaille sur : { $cases }
console-staff-all-cases = toutes les affaires
console-staff-limit = Limiter { $who } à des affaires
console-staff-limit-how = Si aucune affaire n’est choisie, toutes le sont.
console-staff-limit-do = Limiter
# Heading: colleagues who take over roles when others are gone.
console-succession-title = Relève désignée
console-succession-how = Deux personnes désignent quelqu’un à l’avance. Le jour venu, une personne lui demande de prendre le relais ; après 24 heures, pendant lesquelles tout le monde peut s’opposer, cela se fait ici, avec sa propre clé.
# Variables: $name – who proposes it; $who – who is to take over; $roles – a list.
console-succession-wants = { $name } propose que { $who } prenne le relais quand d’autres manquent : { $roles }.
# Variables: $who; $roles – a list.
console-succession-stands = { $who } est désigné pour prendre le relais quand d’autres manquent : { $roles }.
# Variables: $who; $roles – a list; $from – date and time.
console-succession-called = { $who } est appelé à prendre le relais : { $roles }. Cela compte à partir de : { $from }.
# Variables: $who; $roles – a list; $gone – names of who named them and is not there for it any more; $until – date and time.
console-succession-doubted = { $who } est désigné pour prendre le relais quand d’autres manquent : { $roles }. Parole qui ne compte plus : { $gone }. Sans confirmation par d’autres, cela tombe le { $until }.
# A button: to put one’s own word in place of one that is gone. Variables: $who.
console-succession-confirm = Confirmer { $who }
# A button and the heading of its form.
console-succession-name = Désigner une relève
# Label of a choice among colleagues.
console-succession-who = Qui prend le relais
# A button. Variables: $who.
console-succession-call = Demander à { $who } de prendre le relais
# A button for who was asked.
console-succession-take = Prendre le relais
console-breaks-title = Plus personne ne pourrait le faire
# A list of console-duty follows. Variables: $who – who would be taken off the staff, or limited to some cases.
console-breaks = Si { $who } n’est plus là pour cela, plus personne ne pourra faire ce qui suit. Rien n’est encore changé.
# A button below it.
console-breaks-despite = Le faire quand même
# What a campaign must be able to do. Variables: $what – a language, a case or a person’s name.
console-duty =
    { $duty ->
        [any-post] Publications, dans quelque langue que ce soit, sur chaque affaire ouverte
        [post] Publications sur chaque affaire ouverte, dans cette langue : { $what }
        [any-release] Communiqués de presse, dans quelque langue que ce soit, sur chaque affaire ouverte
        [release] Communiqués de presse sur chaque affaire ouverte, dans cette langue : { $what }
        [facts] Faits des audiences et des événements, que l’une consigne et que l’autre approuve : { $what }
        [lift-pause] Relancer les publications après une pause : deux personnes qui approuvent
        [stop-alert] Suspendre l’avis d’une audience : deux personnes
        [invite] Inviter quelqu’un : deux personnes de l’administration avec des clés
       *[replace-keys] Nouvelles clés en cas de perte, par deux autres qui ont des clés : { $what }
    }
console-staff-invite = Inviter quelqu’un
console-staff-invite-how = Il faut deux personnes de l’administration. La deuxième reçoit le lien et le remet.
console-staff-name = Nom, tel que l’équipe le voit
console-staff-roles = Rôles
console-staff-languages = Langues qu’elle ou il lit
# Variables: $name – who asks; $who – who is to be invited.
console-staff-wants-invite = { $name } veut inviter { $who }.
# Variables: $name – who asks; $who – whose keys are lost.
console-staff-wants-keys = { $name } dit que { $who } a perdu toutes ses clés. Appelez cette personne avant d’accepter. Les nouvelles clés comptent un jour plus tard.
# A second person has agreed. Variables: $who; $from – date and time.
console-staff-waits-keys = Les nouvelles clés de { $who } compteront à partir de : { $from }.
console-staff-object = S’opposer
# Variables: $who – of the person.
console-staff-replace = { $who } a perdu toutes ses clés
# Variables: $who – of the person.
console-staff-revoke = Retirer { $who } de l’équipe
# The link stands below. Variables: $from – from when on it counts, date and time.
console-staff-link = Remettez ce lien en main propre. Il s’affiche une fois, sert une fois, à partir de : { $from }.
# Who did something that no staff member did.
console-audit-actor =
    { $kind ->
        [subscriber] une personne qui suit
        [job] le service
        [operator] la personne aux commandes de la machine
        [partner] un observateur partenaire
       *[staff] l’équipe
    }

## The set-up page, for a coordinator who has never seen a terminal

setup-title = Mettre en place la campagne
setup-intro = Cela prend une quinzaine de minutes. Il vous faut Telegram sur votre téléphone et une deuxième personne en qui vous avez confiance. Ce que vous saisissez reste sur cette machine.
setup-choose-language = Langue de cette page
# Variables: $step, $steps – numbers.
setup-step = Étape { NUMBER($step) } sur { NUMBER($steps) }
setup-next = Continuer
setup-back = Retour
setup-try-again = Réessayer
setup-bot-title = Le bot
setup-bot-how = Dans Telegram, ouvrez la discussion avec @BotFather et envoyez /newbot. Il demande un nom, puis un nom d’utilisateur qui se termine par « bot ». Il répond par un jeton (token) : une suite de chiffres et de lettres avec un deux-points. Copiez le jeton en entier et collez-le ici.
setup-bot-token-label = Jeton reçu de BotFather
setup-bot-token-secret = Qui possède ce jeton peut écrire au nom de votre bot. Ne l’envoyez à personne.
setup-bot-check = Vérifier le jeton
# Variables: $name – the bot's user name with @.
setup-bot-ok = Le jeton fonctionne. Votre bot : { $name }.
setup-bot-malformed = Cela ne ressemble pas à un jeton. Il se compose de chiffres, puis d’un deux-points, puis de lettres et de chiffres. Copiez toute la ligne de BotFather.
setup-bot-wrong = Telegram ne connaît pas ce jeton. Copiez-le à nouveau chez BotFather ; /mybots l’y affiche.
setup-bot-unreachable = Telegram est injoignable depuis cette machine. Vérifiez la connexion à internet, puis réessayez. Dans certains pays, Telegram est bloqué.
setup-bot-has-webhook = Ce bot est déjà utilisé par un autre service. Créez un nouveau bot, ou arrêtez d’abord l’autre service.
setup-campaign-title = La campagne
setup-campaign-name-label = Nom de la campagne
setup-campaign-name-hint = Les personnes qui suivent une affaire le voient dans le premier message.
setup-languages-label = Langues dans lesquelles vous publierez
setup-languages-hint = Le bot lui-même les parle toutes. Choisissez celles dans lesquelles vous pouvez écrire et vérifier des textes.
setup-zone-label = Fuseau horaire
setup-zone-hint = Celui où ont lieu la plupart des audiences. Chaque audience peut avoir le sien.
setup-your-name-label = Votre nom, tel que vos collègues le voient
setup-your-languages-label = Langues que vous lisez
setup-passphrase-title = La phrase secrète
setup-passphrase-why = Elle verrouille la clé qui chiffre les discussions des personnes qui vous suivent. Vous la saisissez après chaque redémarrage de cette machine. Qui prend la machine sans la phrase secrète ne peut pas lire qui suit.
setup-passphrase-lost = Il n’y a aucun moyen de la contourner : si elle est perdue, la liste est perdue aussi. Notez-la et gardez-la loin de cette machine.
setup-passphrase-label = Phrase secrète
setup-passphrase-repeat-label = La phrase secrète encore une fois
# Variables: $min – the smallest number of characters.
setup-passphrase-too-short =
    { $min ->
        [one] La phrase secrète doit compter au moins { $min } caractère. Cinq ou six mots à la suite se retiennent facilement.
       *[other] La phrase secrète doit compter au moins { $min } caractères. Cinq ou six mots à la suite se retiennent facilement.
    }
setup-passphrase-differ = Les deux phrases secrètes ne sont pas identiques.
setup-test-title = Un message à vous-même
setup-test-how = Ouvrez ce lien sur votre téléphone et touchez « Démarrer » (Start). Le bot vous écrit alors.
setup-test-link = Ouvrir le bot dans Telegram
# Beside a QR code with the same link.
setup-link-scan = Ou visez ce carré avec l’appareil photo de votre téléphone.
setup-test-waiting = En attente : touchez « Démarrer » (Start).
setup-test-on-its-way = Le message est en route.
setup-test-sent = Le message est envoyé. Le voyez-vous dans Telegram ?
setup-test-failed = Le message n’a pas pu être envoyé. Touchez de nouveau « Démarrer » (Start) dans le bot, puis réessayez.
setup-test-again = Envoyer de nouveau
# The message itself. Variables: $campaign – its name.
setup-test-message = Ceci est un essai de la campagne { $campaign }. Le bot fonctionne, et cette discussion est liée à votre compte dans l’équipe.
setup-second-title = La deuxième personne
setup-second-why = Personne ne publie en solitaire : chaque texte doit être approuvé par quelqu’un qui ne l’a pas écrit.
setup-second-how = Donnez ce lien à la deuxième personne, de préférence en main propre ou par téléphone. Elle l’ouvre dans Telegram et touche « Démarrer » (Start). Il fonctionne une seule fois.
setup-second-name-label = Nom de la deuxième personne
setup-second-languages-label = Langues que cette personne lit
setup-second-make = Créer le lien
setup-second-link-label = Lien pour la deuxième personne
# Beside a QR code with the same link.
setup-second-scan = Si cette personne est avec vous, l’appareil photo de son téléphone lit le lien dans ce carré.
setup-second-waiting = En attente de la deuxième personne.
setup-second-joined = La deuxième personne a rejoint la campagne.
setup-second-later = Le faire plus tard
setup-finish = Terminer
setup-done-title = La campagne est en place
setup-done-text = Voici ci-dessous votre clé d’administration. Elle ne s’affiche qu’une fois : gardez-la en lieu sûr.
setup-done-key-label = Clé de l’administration
setup-done-next = Ensuite : ajoutez une affaire, faites-la accepter par la deuxième personne, écrivez une publication et faites-la approuver.
setup-done-alone = La deuxième personne n’a pas encore rejoint la campagne. D’ici là, rien ne peut être publié, et une affaire que vous ajoutez n’est montrée à personne.
setup-done-docs = Ouvrir l’administration
# Above the bot's address.
setup-done-followers = La campagne se suit ici :
# Heads the list of what is wrong with a form.
setup-error-title = À vérifier
# Variables: $field – the label of the input.
setup-error-required = Veuillez remplir : { $field }
setup-error-zone = Ce fuseau horaire n’est pas connu.
# Of the campaign or of a person. Variables: $max – the most characters.
setup-error-name = Ce nom ne peut pas être utilisé. Tapez-le à la main avec des lettres ou des chiffres, { NUMBER($max) } caractères au plus.
setup-error-languages = Choisissez au moins une langue.
# Variables: $folder – its path.
setup-error-folder = Les clés ne peuvent pas être écrites dans le dossier { $folder }. La personne qui s’occupe de cette machine doit permettre au service d’y écrire.
setup-error-start = Le service n’a pas pu démarrer. Réessayez ; si cela échoue encore, la fenêtre dans laquelle il tourne dit pourquoi.
setup-error-link = Ce lien a déjà servi ou a expiré. Redémarrez le service ; il en affiche un nouveau.
setup-error-ours = Quelque chose a échoué sur cette machine, et rien n’a été modifié. Veuillez réessayer.

## The page on which the passphrase is entered after a restart

unlock-title = Le service est verrouillé
unlock-text = Il a été redémarré. Tant que la phrase secrète n’est pas saisie, il n’envoie rien. Ce que les gens écrivent au bot attend chez Telegram, 24 heures au plus.
unlock-button = Déverrouiller
unlock-wrong = Cette phrase secrète n’est pas la bonne.
unlock-done = Déverrouillé. Les messages partent de nouveau.
