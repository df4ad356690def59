// Beside filter.js, which hides rows and heads of columns: hides the cells of hidden columns, and counts again what is
// left, in how many columns a row has a mark and how many rows have one in a column. Rows without any mark are folded away
// until the reader wants them or chooses rows; where scripts do not run, all are there.

import { number } from './numbers.js';

const FIRST = 2; // before it stand the row's name and its count

function recount(table) {
  const isShown = [...table.tHead.rows[0].cells].map((head) => !head.hidden);
  const totals = isShown.map(() => 0);
  for (const row of table.tBodies[0].rows) {
    let count = 0;
    for (let index = FIRST; index < row.cells.length; index += 1) {
      const cell = row.cells[index];
      cell.hidden = !isShown[index];
      if (cell.hidden || !cell.firstElementChild) continue;
      count += 1;
      if (!row.hidden) totals[index] += 1;
    }
    row.dataset.count = count;
    row.classList.toggle('matrix-empty-row', count === 0);
    row.cells[FIRST - 1].textContent = number.format(count);
  }
  const sums = table.tFoot.rows[0].cells;
  for (let index = FIRST; index < sums.length; index += 1) {
    sums[index].hidden = !isShown[index];
    sums[index].textContent = number.format(totals[index]);
  }
}

const tools = document.querySelector('.matrix-tools');
const table = document.querySelector('.matrix');
if (tools && table) {
  const order = tools.querySelector('select');
  const clear = tools.querySelector('.filter-clear'); // of the rows, whose filter comes first
  const unfold = tools.querySelector('.matrix-unfold');
  const fold = () => {
    const isChosen = !clear.disabled; // then no row that was asked for is missing
    table.classList.toggle('is-unfolded', isChosen || !unfold || unfold.querySelector('input').checked);
    if (!unfold) return;
    const empty = table.tBodies[0].querySelectorAll('.matrix-empty-row').length;
    unfold.querySelector('.count').textContent = number.format(empty);
    unfold.hidden = isChosen || empty === 0;
  };
  unfold?.addEventListener('change', fold);
  tools.addEventListener('narrowed', ({ target }) => {
    recount(table);
    fold();
    const isOfColumns = target.dataset.prefix !== undefined;
    if (isOfColumns && order.value !== 'title') order.dispatchEvent(new Event('change'));
  }, true);
  fold(); // a browser may remember the box
  if (table.querySelector('tr[hidden], th[hidden]')) { // from the address, before this script
    recount(table);
    fold();
    if (order.value !== 'title') order.dispatchEvent(new Event('change'));
  }
}
