// Keeps the numbers of what is on its way as they are now. Without it they are those of when the page was asked for.
const list = document.querySelector('[data-live]');

if (list !== null) watch(new EventSource(list.dataset.live));

function watch(source) {
  source.addEventListener('progress', ({ data }) => {
    const { id, state, counts, offered, over } = JSON.parse(data);
    const row = list.querySelector(`[data-broadcast="${id}"]`);
    if (row === null) return;
    row.querySelector('[data-told="state"]').textContent = state;
    row.querySelector('[data-told="counts"]').textContent = counts;
    for (const form of row.querySelectorAll('[data-action]')) {
      form.hidden = !offered.includes(form.dataset.action);
    }
    if (over) delete row.dataset.running;
    // Else the browser would ask again once the answer has ended.
    if (list.querySelector('[data-running]') === null) source.close();
  });
}
