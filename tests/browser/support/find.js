// Finds what a person would mean: by role, visible name, and the names of the groups round it.
// arguments: role, path of names (outermost group first; `name #2` is the second of that name). Gives the element, or the reason why there is none.
const [role, path] = arguments;
const kinds = {
  button: 'button, [role=button], summary',
  link: 'a[href]',
  field: 'input:not([type=checkbox]):not([type=radio]):not([type=file]):not([type=hidden]), textarea, select',
  file: 'input[type=file]',
  tick: 'input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=option]',
  heading: 'h1, h2, h3, h4',
  item: '[role=treeitem]',
};
const squeeze = text => (text || '').replace(/\s+/g, ' ').trim();
const text = node => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
  return [...node.childNodes].map(text).join(getComputedStyle(node).display === 'inline' ? '' : ' ');
};
const byIds = ids => squeeze(ids.split(/\s+/).map(id => document.getElementById(id)).filter(Boolean).map(text).join(' '));
const nameOf = element => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return byIds(by);
  if (element.getAttribute('aria-label')) return squeeze(element.getAttribute('aria-label'));
  if (element.labels && element.labels.length) return squeeze([...element.labels].map(text).join(' '));
  if (element.tagName === 'FIELDSET') return squeeze(text(element.querySelector('legend') || element));
  return squeeze(text(element));
};
const bare = name => squeeze(name.replace(/\((선택|optional)\)/g, ''));
const seen = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
const matching = (elements, wanted) => {
  const named = elements.map(element => [element, bare(nameOf(element))]);
  for (const fits of [name => name === wanted, name => name.endsWith(wanted), name => name.startsWith(wanted), name => name.includes(wanted)]) {
    const found = named.filter(([, name]) => fits(name)).map(([element]) => element);
    if (found.length) return found;
  }
  return [];
};
const open = [...document.querySelectorAll('dialog[open]')];
let scopes = [open.length ? open[open.length - 1] : document.body];
const groups = 'fieldset, section[aria-labelledby], [role=group], [role=radiogroup], [role=region], article, [role=article], nav, main, header, footer, li, tr';
for (const group of path.slice(0, -1)) {
  const inside = [...scopes[0].querySelectorAll(groups)].filter(seen);
  scopes = matching(inside, group);
  if (!scopes.length) return `no group “${group}”; groups: ${inside.map(nameOf).map(name => name.slice(0, 40)).join(' | ')}`;
}
const [, wanted, place] = path[path.length - 1].match(/^(.*?)(?: #(\d+))?$/);
const all = [...scopes[0].querySelectorAll(kinds[role])].filter(seen);
const found = matching(all, wanted);
if (place && found[place - 1]) return found[place - 1];
if (found.length === 1) return found[0];
const names = all.map(nameOf).map(name => name.slice(0, 60)).join(' | ');
return found.length ? `${found.length} of role ${role} named “${wanted}”` : `no ${role} “${wanted}”; there are: ${names}`;
