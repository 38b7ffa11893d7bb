/** Where mail of a bench says that it can be unsubscribed from: nobody does. */
export const benchMail = {
  publicUrl: 'https://bray.example',
  farewell: () => 'To get nothing more:',
} as const;
