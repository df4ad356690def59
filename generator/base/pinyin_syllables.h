// The syllables of Mandarin without their tones, and the character that comes first among those of that sound.
#pragma once

#include <array>
#include <string_view>

namespace armillary {

struct PinyinSyllable {
  std::string_view letters;  // `lv` for lü
  std::string_view first_character;
};

// By letters. Taken from ICU 72: the order of its collation `zh-u-co-pinyin`, the sounds of its `Han-Latin`.
// clang-format off
inline constexpr std::array<PinyinSyllable, 409> kPinyinSyllables{{
    {"a", "阿"}, {"ai", "哎"}, {"an", "安"}, {"ang", "肮"}, {"ao", "凹"}, {"ba", "丷"}, {"bai", "挀"}, {"ban", "扳"},
    {"bang", "邦"}, {"bao", "勹"}, {"bei", "陂"}, {"ben", "奔"}, {"beng", "伻"}, {"bi", "屄"}, {"bian", "边"},
    {"biao", "灬"}, {"bie", "憋"}, {"bin", "汃"}, {"bing", "冫"}, {"bo", "癶"}, {"bu", "峬"}, {"ca", "嚓"},
    {"cai", "偲"}, {"can", "参"}, {"cang", "仓"}, {"cao", "撡"}, {"ce", "冊"}, {"cen", "嵾"}, {"ceng", "曽"},
    {"cha", "叉"}, {"chai", "芆"}, {"chan", "辿"}, {"chang", "伥"}, {"chao", "抄"}, {"che", "车"}, {"chen", "抻"},
    {"cheng", "阷"}, {"chi", "吃"}, {"chong", "充"}, {"chou", "抽"}, {"chu", "出"}, {"chua", "欻"}, {"chuai", "揣"},
    {"chuan", "巛"}, {"chuang", "刅"}, {"chui", "吹"}, {"chun", "旾"}, {"chuo", "逴"}, {"ci", "呲"}, {"cong", "匆"},
    {"cou", "凑"}, {"cu", "粗"}, {"cuan", "汆"}, {"cui", "崔"}, {"cun", "邨"}, {"cuo", "搓"}, {"da", "咑"},
    {"dai", "呆"}, {"dan", "丹"}, {"dang", "当"}, {"dao", "刀"}, {"de", "嘚"}, {"den", "扥"}, {"deng", "灯"},
    {"di", "氐"}, {"dian", "甸"}, {"diao", "刁"}, {"die", "爹"}, {"ding", "丁"}, {"diu", "丟"}, {"dong", "东"},
    {"dou", "吺"}, {"du", "厾"}, {"duan", "耑"}, {"dui", "垖"}, {"dun", "吨"}, {"duo", "多"}, {"e", "妸"},
    {"ei", "诶"}, {"en", "奀"}, {"eng", "鞥"}, {"er", "儿"}, {"fa", "发"}, {"fan", "帆"}, {"fang", "匚"},
    {"fei", "飞"}, {"fen", "分"}, {"feng", "丰"}, {"fiao", "覅"}, {"fo", "仏"}, {"fou", "紑"}, {"fu", "夫"},
    {"ga", "旮"}, {"gai", "侅"}, {"gan", "甘"}, {"gang", "冈"}, {"gao", "皋"}, {"ge", "戈"}, {"gei", "给"},
    {"gen", "根"}, {"geng", "刯"}, {"gong", "工"}, {"gou", "勾"}, {"gu", "估"}, {"gua", "瓜"}, {"guai", "乖"},
    {"guan", "关"}, {"guang", "光"}, {"gui", "归"}, {"gun", "丨"}, {"guo", "呙"}, {"ha", "哈"}, {"hai", "咍"},
    {"han", "佄"}, {"hang", "夯"}, {"hao", "茠"}, {"he", "诃"}, {"hei", "黒"}, {"hen", "拫"}, {"heng", "亨"},
    {"hong", "叿"}, {"hou", "齁"}, {"hu", "乎"}, {"hua", "花"}, {"huai", "怀"}, {"huan", "欢"}, {"huang", "巟"},
    {"hui", "灰"}, {"hun", "昏"}, {"huo", "吙"}, {"ji", "丌"}, {"jia", "加"}, {"jian", "戋"}, {"jiang", "江"},
    {"jiao", "艽"}, {"jie", "阶"}, {"jin", "巾"}, {"jing", "坕"}, {"jiong", "冂"}, {"jiu", "丩"}, {"ju", "凥"},
    {"juan", "姢"}, {"jue", "噘"}, {"jun", "军"}, {"ka", "咔"}, {"kai", "开"}, {"kan", "刊"}, {"kang", "忼"},
    {"kao", "尻"}, {"ke", "匼"}, {"kei", "剋"}, {"ken", "肎"}, {"keng", "劥"}, {"kong", "空"}, {"kou", "抠"},
    {"ku", "扝"}, {"kua", "夸"}, {"kuai", "蒯"}, {"kuan", "宽"}, {"kuang", "匡"}, {"kui", "亏"}, {"kun", "坤"},
    {"kuo", "扩"}, {"la", "垃"}, {"lai", "来"}, {"lan", "兰"}, {"lang", "啷"}, {"lao", "捞"}, {"le", "肋"},
    {"lei", "勒"}, {"leng", "崚"}, {"li", "哩"}, {"lia", "俩"}, {"lian", "奁"}, {"liang", "良"}, {"liao", "撩"},
    {"lie", "毟"}, {"lin", "拎"}, {"ling", "伶"}, {"liu", "溜"}, {"lo", "囖"}, {"long", "龙"}, {"lou", "瞜"},
    {"lu", "噜"}, {"luan", "娈"}, {"lun", "抡"}, {"luo", "罗"}, {"lv", "驴"}, {"lve", "掠"}, {"ma", "妈"},
    {"mai", "埋"}, {"man", "嫚"}, {"mang", "牤"}, {"mao", "猫"}, {"me", "嚒"}, {"mei", "呅"}, {"men", "椚"},
    {"meng", "擝"}, {"mi", "咪"}, {"mian", "宀"}, {"miao", "喵"}, {"mie", "乜"}, {"min", "民"}, {"ming", "名"},
    {"miu", "谬"}, {"mo", "摸"}, {"mou", "哞"}, {"mu", "毪"}, {"na", "拏"}, {"nai", "腉"}, {"nan", "囡"},
    {"nang", "囔"}, {"nao", "孬"}, {"ne", "疒"}, {"nei", "娞"}, {"nen", "恁"}, {"neng", "能"}, {"ni", "妮"},
    {"nian", "拈"}, {"niang", "娘"}, {"niao", "鸟"}, {"nie", "捏"}, {"nin", "囜"}, {"ning", "宁"}, {"niu", "妞"},
    {"nong", "农"}, {"nou", "羺"}, {"nu", "奴"}, {"nuan", "奻"}, {"nun", "黁"}, {"nuo", "郍"}, {"nv", "女"},
    {"nve", "疟"}, {"o", "喔"}, {"ou", "讴"}, {"pa", "妑"}, {"pai", "拍"}, {"pan", "眅"}, {"pang", "乓"},
    {"pao", "抛"}, {"pei", "呸"}, {"pen", "喷"}, {"peng", "匉"}, {"pi", "丕"}, {"pian", "囨"}, {"piao", "剽"},
    {"pie", "氕"}, {"pin", "姘"}, {"ping", "乒"}, {"po", "钋"}, {"pou", "剖"}, {"pu", "仆"}, {"qi", "七"},
    {"qia", "掐"}, {"qian", "千"}, {"qiang", "呛"}, {"qiao", "悄"}, {"qie", "苆"}, {"qin", "亲"}, {"qing", "靑"},
    {"qiong", "芎"}, {"qiu", "丘"}, {"qu", "区"}, {"quan", "奍"}, {"que", "缺"}, {"qun", "夋"}, {"ran", "呥"},
    {"rang", "穣"}, {"rao", "娆"}, {"re", "惹"}, {"ren", "人"}, {"reng", "扔"}, {"ri", "日"}, {"rong", "茸"},
    {"rou", "厹"}, {"ru", "邚"}, {"rua", "挼"}, {"ruan", "堧"}, {"rui", "婑"}, {"run", "瞤"}, {"ruo", "捼"},
    {"sa", "仨"}, {"sai", "毢"}, {"san", "三"}, {"sang", "桒"}, {"sao", "掻"}, {"se", "閪"}, {"sen", "森"},
    {"seng", "僧"}, {"sha", "杀"}, {"shai", "筛"}, {"shan", "山"}, {"shang", "伤"}, {"shao", "弰"}, {"she", "奢"},
    {"shei", "谁"}, {"shen", "申"}, {"sheng", "升"}, {"shi", "尸"}, {"shou", "収"}, {"shu", "书"}, {"shua", "刷"},
    {"shuai", "衰"}, {"shuan", "闩"}, {"shuang", "双"}, {"shui", "脽"}, {"shun", "吮"}, {"shuo", "说"}, {"si", "厶"},
    {"song", "忪"}, {"sou", "凁"}, {"su", "苏"}, {"suan", "狻"}, {"sui", "夊"}, {"sun", "孙"}, {"suo", "唆"},
    {"ta", "他"}, {"tai", "囼"}, {"tan", "坍"}, {"tang", "汤"}, {"tao", "夲"}, {"te", "忑"}, {"teng", "熥"},
    {"ti", "剔"}, {"tian", "天"}, {"tiao", "旫"}, {"tie", "帖"}, {"ting", "厅"}, {"tong", "囲"}, {"tou", "偷"},
    {"tu", "凸"}, {"tuan", "湍"}, {"tui", "推"}, {"tun", "吞"}, {"tuo", "乇"}, {"wa", "屲"}, {"wai", "歪"},
    {"wan", "弯"}, {"wang", "尣"}, {"wei", "危"}, {"wen", "昷"}, {"weng", "翁"}, {"wo", "挝"}, {"wu", "乌"},
    {"xi", "夕"}, {"xia", "虲"}, {"xian", "仙"}, {"xiang", "乡"}, {"xiao", "灱"}, {"xie", "些"}, {"xin", "心"},
    {"xing", "星"}, {"xiong", "凶"}, {"xiu", "休"}, {"xu", "吁"}, {"xuan", "吅"}, {"xue", "削"}, {"xun", "坃"},
    {"ya", "丫"}, {"yan", "恹"}, {"yang", "央"}, {"yao", "幺"}, {"ye", "倻"}, {"yi", "一"}, {"yin", "囙"},
    {"ying", "应"}, {"yo", "哟"}, {"yong", "佣"}, {"you", "优"}, {"yu", "込"}, {"yuan", "囦"}, {"yue", "曰"},
    {"yun", "晕"}, {"za", "帀"}, {"zai", "災"}, {"zan", "兂"}, {"zang", "匨"}, {"zao", "傮"}, {"ze", "则"},
    {"zei", "贼"}, {"zen", "怎"}, {"zeng", "増"}, {"zha", "扎"}, {"zhai", "夈"}, {"zhan", "枬"}, {"zhang", "张"},
    {"zhao", "佋"}, {"zhe", "蜇"}, {"zhen", "贞"}, {"zheng", "凧"}, {"zhi", "之"}, {"zhong", "中"}, {"zhou", "州"},
    {"zhu", "朱"}, {"zhua", "抓"}, {"zhuai", "拽"}, {"zhuan", "专"}, {"zhuang", "妆"}, {"zhui", "隹"}, {"zhun", "宒"},
    {"zhuo", "卓"}, {"zi", "乲"}, {"zong", "宗"}, {"zou", "邹"}, {"zu", "租"}, {"zuan", "钻"}, {"zui", "厜"},
    {"zun", "尊"}, {"zuo", "昨"},
}};
// clang-format on

}  // namespace armillary
