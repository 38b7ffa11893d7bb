/** The outcome of what is sealed to a key that came after all of ours: it waits for a process that was started since. */
export const KEYS_OUTDATED = 'keys-outdated';

/** How often a process that lacks the newest key looks whether another one has it. */
export const OUTDATED_SECONDS = 10;
