import { EXPIRED, type NetworkName, networkTitles, type StepFailure, SUSPENDED } from './network.ts';

/** Why a network did not say whose credentials are, for whoever connects an account. In English: none but API and CLI ask. */
export interface NotRecognised {
  /** A code of ours. */
  readonly reason: string;
  /** What is the matter, and what to do about it: each a sentence or two. */
  readonly fault: string;
  readonly remedy: string;
}

/** What a failed look at an account means, and what helps. Pure and total: what nobody foresaw is told by its code. */
export function whyNotRecognised(name: NetworkName, outcome: StepFailure): NotRecognised {
  const network = networkTitles[name];
  switch (outcome.kind) {
    case 'rate-limited':
      return {
        reason: `rate-limited for ${outcome.seconds} s`,
        fault: `${network} asks us to wait for ${outcome.seconds} s.`,
        remedy: 'Try again after that.',
      };
    case 'held':
      return { reason: outcome.code, ...unreached(network, outcome.code) };
    case 'not-done':
      return { reason: outcome.code, ...(ours[outcome.code] ?? unreached(network, outcome.code)) };
    default: {
      const { reason } = outcome;
      const told = answers[reason];
      return { reason, ...(told === undefined ? otherwise(network, reason) : told(network)) };
    }
  }
}

type Told = Pick<NotRecognised, 'fault' | 'remedy'>;

const NEW_ONES = 'make new ones at the network';

/** What a network says of credentials, by our codes. */
const answers: Readonly<Record<string, (network: string) => Told>> = {
  unauthorised: (network) => ({
    fault: `${network} does not take these credentials.`,
    remedy: `Look whether each was copied whole and to its own place; where that does not help, ${NEW_ONES}.`,
  }),
  [EXPIRED]: (network) => ({
    fault: `${network} took these credentials once: they have expired, or somebody took them back there.`,
    remedy: `Do not try them again, but ${NEW_ONES}.`,
  }),
  [SUSPENDED]: (network) => ({
    fault: `${network} has closed, blocked or locked this account.`,
    remedy:
      'Sign in there as a person to see why, and connect it once it is open again; or connect another account.',
  }),
  forbidden: (network) => ({
    fault: `${network} knows these credentials, and does not let them do this.`,
    remedy: `Look there what the account and its application may do, then ${NEW_ONES}.`,
  }),
  'scope-missing': (network) => ({
    fault: `These credentials lack a permission on ${network}.`,
    remedy: `Give the application there the permission to read and to write, then ${NEW_ONES}: old ones keep their old permissions.`,
  }),
  'role-too-low': () => ({
    fault: 'This user may not publish posts, upload images and make tags on the blog.',
    remedy: 'Have an administrator of the blog make them an Editor.',
  }),
  'category-unknown': () => ({
    fault: 'The blog has no such category in the language of the account.',
    remedy: 'Write the slug of one that it has in this language, make it there, or leave "category" empty.',
  }),
  'not-this-page': () => ({
    fault: 'This token is a person’s or another Page’s.',
    remedy: 'Make a Page access token of this very Page, or correct "page".',
  }),
  'not-a-channel': () => ({
    fault: 'There is something by this name, and it is no channel.',
    remedy: 'Write the name of a channel, such as @campaign.',
  }),
  'may-not-post': () => ({
    fault: 'The bot may not post in this channel.',
    remedy: 'Make the bot an administrator of the channel with the right to post messages.',
  }),
  'out-of-credit': (network) => ({
    fault: `There is no credit left for this application on ${network}.`,
    remedy: 'Buy some there, then try again.',
  }),
};

/** What is missing here, before any network is asked. */
const ours: Readonly<Record<string, Told>> = {
  NO_BOT_HERE: {
    fault: 'A channel is connected through the bot, and this process has no token for it.',
    remedy: 'Connect it over the API, or give the token in TELEGRAM_BOT_TOKEN.',
  },
  ADDRESS_NOT_PUBLIC: {
    fault: 'This address leads to this machine, or into the network in which it stands.',
    remedy:
      'Give one of the internet. What stands beside the service is connected by whoever sits at the machine: npm run bray -- accounts connect.',
  },
  NO_PUBLIC_URL: {
    fault: 'Whoever gets mail must be able to end it with a click, and there is no public address for that.',
    remedy: 'Set PUBLIC_URL to an https address under which this service is reached, and start it again.',
  },
};

function unreached(network: string, code: string): Told {
  return {
    fault: `${network} could not be reached, or did not answer as it should (${code}).`,
    remedy: 'Look whether the address of the server is right; if it is, try again later.',
  };
}

function otherwise(network: string, reason: string): Told {
  return /^smtp-/.test(reason)
    ? {
        fault: `The mail server refused to be signed in to, or this sender (${reason.slice('smtp-'.length)}).`,
        remedy: 'Correct "user", "password" and "from"; many servers want a password made for programs.',
      }
    : {
        fault: `${network} refused (${reason}).`,
        remedy: `Look whether the address of the server is right and the credentials are whole; else ${NEW_ONES}.`,
      };
}
