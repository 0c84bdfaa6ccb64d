// A share of 0 to 100 %, set by dragging; it counts once it is let go.
import { type ReactNode, useState } from 'react'
import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import './slider.css'

interface SliderProps {
  readonly label: ReactNode
  /** 0 to 1. */
  readonly value: number
  /** Once it is let go, or an arrow was pressed. */
  readonly onChange: (value: number) => void
  readonly max?: number
  readonly step?: number
  readonly isDisabled?: boolean
}

export function Slider({ label, value, onChange, max = 1, step = 0.05, isDisabled = false }: SliderProps) {
  const [dragged, setDragged] = useState<number | null>(null)
  return (
    <AriaSlider
      className="slider"
      value={dragged ?? value}
      minValue={0}
      maxValue={max}
      step={step}
      isDisabled={isDisabled}
      formatOptions={{ style: 'percent' }}
      onChange={(next) => setDragged(next)}
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
            <SliderThumb className="slider-thumb" />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  )
}
