import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react';

import { pathOf, pointsAlone, scaleFor, type Scale, type TrendSeries } from '../lib/trend';
import { usePhone } from '../lib/usePhone';

interface Props {
  label: string;
  /** What stands below the line, one for each value. */
  times: readonly string[];
  series: readonly TrendSeries[];
}

/** In the units of the picture, which is as wide as the page: letters keep about their size. */
const desk = { width: 960, height: 260 };
const phone = { width: 340, height: 220 };
const widthOfLabel = 56;

function Grid({ scale, times }: { scale: Scale; times: readonly string[] }) {
  const every = Math.max(1, Math.ceil((times.length * widthOfLabel) / (scale.right - scale.left)));

  return (
    <g className="trendGrid" aria-hidden>
      {scale.steps.map((value) => (
        <g key={value}>
          <path d={`M${scale.left} ${scale.y(value)}H${scale.right}`} />
          <text x={scale.left - 8} y={scale.y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {times.map(
        (time, i) =>
          i % every === 0 && (
            <text key={time} x={scale.x(i)} y={scale.bottom + 20} textAnchor="middle">
              {time}
            </text>
          ),
      )}
    </g>
  );
}

function Legend({ series, at }: { series: readonly TrendSeries[]; at: number }) {
  return (
    <ul className="trendLegend" aria-hidden>
      {series.map(({ name, tone, values, isDashed }) => (
        <li key={name}>
          <svg className={`trendKey ${tone}`} viewBox="0 0 24 4">
            <path d="M0 2H24" strokeDasharray={isDashed ? '6 4' : undefined} />
          </svg>
          {name} <strong>{values[at] ?? '—'}</strong>
        </li>
      ))}
    </ul>
  );
}

/** Several numbers over time. Pointer, finger and the arrow keys move the reading, which is also read out. */
export function TrendChart({ label, times, series }: Props) {
  const id = useId();
  const size = usePhone() ? phone : desk;
  const last = times.length - 1;
  const [chosen, setChosen] = useState<number>();
  const at = Math.min(chosen ?? last, last);
  const scale = scaleFor(size, times.length, series);
  const move = (to: number) => setChosen(Math.max(0, Math.min(last, to)));
  const reading = series.map(({ name, values }) => `${name} ${values[at] ?? '无数据'}`).join('，');

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -last, End: last }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      move(at + step);
    }
  }

  function onPointerMove(event: PointerEvent<SVGSVGElement>): void {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    move(scale.nearest(((event.clientX - left) / width) * size.width));
  }

  return (
    <figure className="trend" aria-labelledby={id}>
      <figcaption id={id}>
        {label} <span className="soft">{times[at]}</span>
      </figcaption>
      <Legend series={series} at={at} />
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        tabIndex={0}
        role="slider"
        aria-label={`${label}，左右键查看`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={Math.max(0, at)}
        aria-valuetext={`${times[at] ?? ''} ${reading}`}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerMove}
      >
        <Grid scale={scale} times={times} />
        {series.map(({ name, tone, values, isDashed }) => (
          <g key={name} className={`trendLine ${tone}`}>
            <path d={pathOf(scale, values)} strokeDasharray={isDashed ? '6 4' : undefined} />
            {pointsAlone(values).map((i) => (
              <circle key={i} cx={scale.x(i)} cy={scale.y(values[i] ?? 0)} r={3} />
            ))}
          </g>
        ))}
        <path className="trendAt" d={`M${scale.x(at)} ${scale.top}V${scale.bottom}`} />
      </svg>
    </figure>
  );
}
