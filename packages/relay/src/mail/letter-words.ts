import type { Words } from '@batonchat/protocol';

interface LetterText {
  subject: string;
  intro: string;
  load(): Promise<{ words: Words }>;
}

const texts = {
  en: {
    subject: 'Your conversation',
    intro:
      'You asked for this copy of your conversation. If you did not, somebody gave your address by mistake, and you can ignore this mail.',
    load: () => import('@batonchat/protocol/words/en'),
  },
  de: {
    subject: 'Ihr Gespräch',
    intro:
      'Sie haben um diese Kopie Ihres Gesprächs gebeten. Falls nicht, wurde Ihre Adresse versehentlich angegeben, und Sie können diese E-Mail ignorieren.',
    load: () => import('@batonchat/protocol/words/de'),
  },
  fr: {
    subject: 'Votre conversation',
    intro:
      'Vous avez demandé cette copie de votre conversation. Si ce n’est pas le cas, votre adresse a été indiquée par erreur et vous pouvez ignorer cet e-mail.',
    load: () => import('@batonchat/protocol/words/fr'),
  },
  es: {
    subject: 'Tu conversación',
    intro:
      'Has pedido esta copia de tu conversación. Si no es así, alguien ha indicado tu dirección por error y puedes ignorar este correo.',
    load: () => import('@batonchat/protocol/words/es'),
  },
  it: {
    subject: 'La tua conversazione',
    intro:
      'Hai chiesto questa copia della tua conversazione. Se non è così, qualcuno ha indicato il tuo indirizzo per errore e puoi ignorare questa e-mail.',
    load: () => import('@batonchat/protocol/words/it'),
  },
  'pt-BR': {
    subject: 'Sua conversa',
    intro:
      'Você pediu esta cópia da sua conversa. Se não foi você, alguém informou seu endereço por engano e você pode ignorar este e-mail.',
    load: () => import('@batonchat/protocol/words/pt-BR'),
  },
  nl: {
    subject: 'Je gesprek',
    intro:
      'Je hebt om deze kopie van je gesprek gevraagd. Als dat niet zo is, heeft iemand per ongeluk jouw adres opgegeven en kun je deze e-mail negeren.',
    load: () => import('@batonchat/protocol/words/nl'),
  },
  pl: {
    subject: 'Twoja rozmowa',
    intro:
      'Otrzymujesz tę kopię rozmowy na swoją prośbę. Jeśli to nie Ty, ktoś podał Twój adres przez pomyłkę i możesz zignorować tę wiadomość.',
    load: () => import('@batonchat/protocol/words/pl'),
  },
  cs: {
    subject: 'Vaše konverzace',
    intro:
      'Požádali jste o tuto kopii své konverzace. Pokud ne, někdo uvedl vaši adresu omylem a tento e-mail můžete ignorovat.',
    load: () => import('@batonchat/protocol/words/cs'),
  },
  sv: {
    subject: 'Din konversation',
    intro:
      'Du har bett om den här kopian av din konversation. Om inte, har någon angett din adress av misstag och du kan bortse från det här mejlet.',
    load: () => import('@batonchat/protocol/words/sv'),
  },
  da: {
    subject: 'Din samtale',
    intro:
      'Du har bedt om denne kopi af din samtale. Hvis ikke, har nogen angivet din adresse ved en fejl, og du kan se bort fra denne mail.',
    load: () => import('@batonchat/protocol/words/da'),
  },
  fi: {
    subject: 'Keskustelusi',
    intro:
      'Pyysit tämän kopion keskustelustasi. Jos et pyytänyt, joku on antanut osoitteesi vahingossa, ja voit jättää tämän viestin huomiotta.',
    load: () => import('@batonchat/protocol/words/fi'),
  },
  tr: {
    subject: 'Görüşmeniz',
    intro:
      'Görüşmenizin bu kopyasını siz istediniz. İstemediyseniz biri adresinizi yanlışlıkla vermiştir; bu e-postayı dikkate almayabilirsiniz.',
    load: () => import('@batonchat/protocol/words/tr'),
  },
  ru: {
    subject: 'Ваш разговор',
    intro:
      'Вы попросили прислать эту копию разговора. Если нет, кто-то указал ваш адрес по ошибке, и вы можете не обращать внимания на это письмо.',
    load: () => import('@batonchat/protocol/words/ru'),
  },
  uk: {
    subject: 'Ваша розмова',
    intro:
      'Ви попросили надіслати цю копію розмови. Якщо ні, хтось указав вашу адресу помилково, і ви можете не зважати на цей лист.',
    load: () => import('@batonchat/protocol/words/uk'),
  },
  ar: {
    subject: 'محادثتك',
    intro:
      'لقد طلبت هذه النسخة من محادثتك. إن لم تطلبها، فقد أدخل شخص ما عنوانك عن طريق الخطأ، ويمكنك تجاهل هذه الرسالة.',
    load: () => import('@batonchat/protocol/words/ar'),
  },
  he: {
    subject: 'השיחה שלכם',
    intro:
      'ביקשתם את העותק הזה של השיחה. אם לא ביקשתם, מישהו מסר את הכתובת שלכם בטעות, ואפשר להתעלם מהודעה זו.',
    load: () => import('@batonchat/protocol/words/he'),
  },
  ja: {
    subject: '会話の記録',
    intro:
      'ご希望により、会話の記録をお送りします。お心当たりがない場合は、誤ってこのアドレスが入力されたものと思われますので、このメールは破棄してください。',
    load: () => import('@batonchat/protocol/words/ja'),
  },
  ko: {
    subject: '대화 기록',
    intro:
      '요청하신 대화 기록입니다. 요청하신 적이 없다면 누군가 주소를 잘못 입력한 것이니 이 메일을 무시하셔도 됩니다.',
    load: () => import('@batonchat/protocol/words/ko'),
  },
  'zh-Hans': {
    subject: '您的对话记录',
    intro: '这是您要求的对话副本。如果您没有提出过要求，可能是有人误填了您的邮箱地址，请忽略此邮件。',
    load: () => import('@batonchat/protocol/words/zh-Hans'),
  },
} satisfies Record<string, LetterText>;

/** A language that letters are written in. */
export type LetterTag = keyof typeof texts;

/** Every language that letters are written in, as BCP 47 tags. */
export const letterTags = Object.keys(texts) as LetterTag[];

/** The texts of a letter in one language. None of them holds a line break, nor anything that a visitor wrote. */
export async function letterWords(tag: LetterTag): Promise<Omit<LetterText, 'load'> & { words: Words }> {
  const { load, ...text } = texts[tag];
  return { ...text, words: (await load()).words };
}
