// Asks a key for its answer when a form wants one, and sends the form with it. Nothing else of the console needs this.
const { startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser;

const ask = {
  create: (optionsJSON) => startRegistration({ optionsJSON }),
  get: (optionsJSON) => startAuthentication({ optionsJSON }),
};

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    const fault = form.querySelector('.fault');
    fault.hidden = true;
    button.disabled = true;
    try {
      const answer = await ask[form.dataset.passkey](JSON.parse(form.dataset.options));
      form.elements.answer.value = JSON.stringify(answer);
      form.submit();
    } catch {
      // Broken off by the person, or refused by the device, which says why by itself.
      fault.hidden = false;
      button.disabled = false;
      button.focus();
    }
  });
}
