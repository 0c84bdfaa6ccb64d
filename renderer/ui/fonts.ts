// The pages bring their own fonts: a machine set up for a wall has few, and names come in every script. Chinese, Japanese
// and Korean fonts are split into hundreds of small files; a page loads only those that its letters are in.
import '@fontsource-variable/archivo/standard.css'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-sans-arabic/standard.css'
import '@fontsource-variable/noto-sans-hebrew/standard.css'
import '@fontsource-variable/noto-sans-devanagari/standard.css'
import '@fontsource-variable/noto-sans-thai/standard.css'
import '@fontsource-variable/noto-sans-jp/wght.css'
import '@fontsource-variable/noto-sans-kr/wght.css'
import '@fontsource-variable/noto-sans-sc/wght.css'
import '@fontsource-variable/noto-sans-tc/wght.css'
import './fonts.css'
