// The screens that walls are made of.

export interface Size {
  readonly name: string
  readonly width: number
  readonly height: number
}

export const sizes: readonly [Size, ...Size[]] = [
  { name: '1080p', width: 1920, height: 1080 },
  { name: '4K', width: 3840, height: 2160 },
  { name: '720p', width: 1280, height: 720 },
  { name: '21 : 9', width: 2560, height: 1080 },
  { name: 'Portrait', width: 1080, height: 1920 },
]
