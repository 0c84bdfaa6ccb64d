// The pictures with which the tests compare a state, by its id. They are loaded when somebody asks to see them.

const files = import.meta.glob<string>('../../test/pictures/kept/*.png', {
  eager: true,
  query: '?url&no-inline',
  import: 'default',
})

/** Where the kept picture of a state is; undefined for one that was made for every kind alike. */
export const keptPictureOf = (id: string): string | undefined => files[`../../test/pictures/kept/${id}.png`]
