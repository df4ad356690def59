export default { language: 'zh' };
