import { scaleBand, scaleLinear } from "d3-scale";

const MARKS = 3;
/** Of a band: what is left free between two bars. */
const GAP = 0.25;

/** A vertical axis from 0 (at `height`, in px) that holds `most`, and its few round marks. */
export function heightsOf(most: number, height: number) {
  const y = scaleLinear()
    .domain([0, Math.max(most, 1)])
    .range([height, 0])
    .nice(MARKS);
  return { y, marks: y.ticks(MARKS).filter(Number.isInteger) };
}

/** Where each day's bar stands, in per cent of the width: right at any width, without a script. */
export function placesOf(days: readonly string[]) {
  return scaleBand().domain(days).range([0, 100]).paddingInner(GAP);
}
