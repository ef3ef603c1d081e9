/* Shows what concerns somebody as soon as his words say so: data-hints of the field named in data-of, parted by bars. */
for (const box of document.querySelectorAll('[data-hints]')) {
  const words = box.dataset.hints.split('|').filter((word) => word !== '');
  const field = document.getElementById(box.dataset.of);
  const look = () => {
    const said = field.value.normalize('NFKC').replace(/\s/g, '');
    box.hidden = !words.some((word) => said.includes(word));
  };
  field.addEventListener('input', look);
  look();
}
