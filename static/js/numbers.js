// Numbers as the page writes them, whatever the browser would.

// BCP 47: whose dates and numbers they are, the language's or those of a region.
export const formats = document.documentElement.dataset.formats ?? document.documentElement.lang;

// data-zero is the page's 0 where that is not "0".
const zero = (document.documentElement.dataset.zero ?? '0').codePointAt(0);
export const inDigits = (text) => text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const grouped = new Intl.NumberFormat(formats);
export const number = { format: (value) => inDigits(grouped.format(value)) };
