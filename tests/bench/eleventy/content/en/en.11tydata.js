export default { language: 'en' };
