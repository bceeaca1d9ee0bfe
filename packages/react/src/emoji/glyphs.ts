/** So many stand in a row, and each group fills its rows: up and down lead to the same place of another row. */
export const columns = 8;

/** Of code points, those that a browser shows as emoji by themselves. */
const shown = /^\p{Emoji_Presentation}$/u;

/** The emoji of ranges that are set apart by a blank, such as `😀-🙄 🤡`. */
const glyphsOf = (ranges: string): string[] =>
  ranges
    .split(' ')
    .flatMap(([first = '', , last = first]) => {
      const [from = 0, to = 0] = [first.codePointAt(0), last.codePointAt(0)];
      return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
    })
    .filter((glyph) => shown.test(glyph));

/** What is usual; faces; hands and hearts; animals and food; things. Nothing of after 2020: older systems would show empty boxes. */
export const groups = [
  '👍 😀 😅 🙏 🎉 👋 ✅ 💚',
  '😀-🙄 🤐-🤗 🤠-🤥 🤨-🤯 🥰-🥳 🥺',
  '👆-👐 🙋-🙏 💪 🤘-🤞 🤦 🤷 💓-💟 🧡',
  '🐀-🐾 🌭-🌵 🌷-🍿 🥐-🥖 ☕',
  '✅ ❌ ❓ ❗ ✨ ⭐ ⚡ ⏰ 🔥 🎀-🎓 🏆 💡-💰 💳 💻 📄-📎 📞 📦-📩 🔍-🔔 🚀-🚌 🚗 🚲 🛒',
].map(glyphsOf);
