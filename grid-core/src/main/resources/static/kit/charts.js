// Draws <table data-chart="line|bar|stacked"> with ECharts, which it fetches only then. The table is the data: its first
// column names the points, each further column with a head is a series (data-skip on a head leaves it out), data-unit on
// the table is the unit. The table of a line folds away below it, as it only repeats the line.

const COLOURS = ['#1B5FAA', '#C2571A', '#2B7A4B', '#8A3FA0', '#0F7C8A', '#A61C1C', '#7A6A00', '#5B6472'];
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

/* A dash, an unknown or an empty cell is a gap, not a zero. */
function number(cell) {
  const text = (cell?.dataset.value ?? cell?.textContent ?? '').replace(/[,\s]/g, '');
  const match = /^-?\d+(\.\d+)?/.exec(text);
  return match ? Number(match[0]) : null;
}

function read(table) {
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  const rows = [...table.tBodies[0].rows];
  return {
    names: rows.map((row) => row.cells[0].textContent.trim()),
    series: heads.slice(1).flatMap((head, at) => 'skip' in head.dataset ? [] : [{
      name: head.textContent.trim(),
      values: rows.map((row) => number(row.cells[at + 1])),
    }]),
  };
}

function option(table, { names, series }, style, narrow) {
  const kind = table.dataset.chart;
  const text = { color: '#4A515E', fontFamily: style.fontFamily, fontSize: Math.max(12, parseFloat(style.fontSize) * 0.86) };
  const manyNames = names.length > 8 && kind !== 'line';
  return {
    color: COLOURS,
    animation: !still,
    animationDuration: 200,
    textStyle: text,
    aria: { enabled: true },
    grid: { left: 8, right: 16, top: 2.6 * text.fontSize, bottom: 8, containLabel: true },
    legend: { show: series.length > 1, top: 0, right: 16, textStyle: text, itemWidth: 14, itemHeight: 10 },
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, axisPointer: { type: kind === 'line' ? 'line' : 'shadow' } },
    xAxis: { type: 'category', data: names, axisTick: { show: false }, axisLabel: { ...text, rotate: manyNames ? 40 : 0, interval: manyNames ? 0 : 'auto' } },
    yAxis: { type: 'value', name: narrow ? '' : table.dataset.unit ?? '', nameGap: 12, nameTextStyle: text, axisLabel: text, minInterval: 1, splitLine: { lineStyle: { color: '#E3E6EB' } } },
    series: series.map(({ name, values }, at) => ({
      name,
      data: values,
      type: kind === 'line' ? 'line' : 'bar',
      stack: kind === 'stacked' ? 'all' : undefined,
      barMaxWidth: 28,
      symbol: ['circle', 'triangle', 'diamond', 'rect'][at % 4],
      symbolSize: 7,
      connectNulls: false,
    })),
  };
}

function draw(table) {
  const figure = document.createElement('div');
  figure.className = 'chart no-print';
  figure.setAttribute('role', 'img');
  const label = table.caption?.textContent.trim() || table.getAttribute('aria-label') || '';
  const shown = table.closest('details') ?? table.closest('.tbl-wrap') ?? table;
  shown.before(figure);
  if (table.dataset.chart === 'line' && shown.tagName !== 'DETAILS') fold(shown);
  const chart = window.echarts.init(figure, null, { renderer: 'canvas' });
  chart.setOption(option(table, read(table), getComputedStyle(document.body), figure.clientWidth < 480));
  if (label) figure.setAttribute('aria-label', label);
  new ResizeObserver(() => chart.resize()).observe(figure);
}

function fold(shown) {
  const details = document.createElement('details');
  details.className = 'chart-data';
  const summary = document.createElement('summary');
  summary.textContent = document.querySelector('meta[name="kit-words"]').dataset.figures;
  shown.before(details);
  details.append(summary, shown);
}

const tables = document.querySelectorAll('table[data-chart]');
if (tables.length) {
  const library = document.createElement('script');
  library.src = document.querySelector('meta[name="kit-charts"]').content;
  library.addEventListener('load', () => tables.forEach(draw));
  document.head.append(library);
}
