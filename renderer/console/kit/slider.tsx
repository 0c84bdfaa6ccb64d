// A share of 0 to 100 %, set by dragging; it counts once it is let go, or with every step where that is asked for.
import { type ReactNode, useState } from 'react'
import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import './slider.css'

interface SliderProps {
  readonly label: ReactNode
  /** 0 to 1. */
  readonly value: number
  /** Once it is let go, or an arrow was pressed. */
  readonly onChange: (value: number) => void
  /** With every step while it is dragged, too. */
  readonly isLive?: boolean
  readonly min?: number
  readonly max?: number
  readonly step?: number
  /** Of the value that is written beside it. */
  readonly format?: Intl.NumberFormatOptions
  /** A mark on the track, such as where it stood before. */
  readonly mark?: number
  /** Whether the track has a line of its own beneath the label. */
  readonly isWide?: boolean
  readonly isDisabled?: boolean
}

export function Slider({
  label,
  value,
  onChange,
  isLive = false,
  min = 0,
  max = 1,
  step = 0.05,
  format = { style: 'percent' },
  mark,
  isWide = false,
  isDisabled = false,
}: SliderProps) {
  const [dragged, setDragged] = useState<number | null>(null)
  return (
    <AriaSlider
      className={isWide ? 'slider wide' : 'slider'}
      value={dragged ?? value}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={isDisabled}
      formatOptions={format}
      onChange={(next) => {
        setDragged(next)
        if (isLive) onChange(next)
      }}
      onChangeEnd={(next) => {
        setDragged(null)
        if (next !== value) onChange(next)
      }}
    >
      <Label>{label}</Label>
      <SliderOutput className="figures strong" />
      <SliderTrack className="slider-track">
        {({ state }) => (
          <>
            <div className="slider-fill" style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            {mark !== undefined && (
              <div className="slider-mark" style={{ left: `${state.getValuePercent(mark) * 100}%` }} />
            )}
            <SliderThumb className="slider-thumb" />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  )
}
