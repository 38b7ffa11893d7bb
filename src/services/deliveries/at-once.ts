/** Rows that are cancelled in one statement at most: nobody waits long for one of them, nor for the statement. */
export const AT_ONCE = 5000;
