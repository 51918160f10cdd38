"""The two application forms as their notices print them, a field's key in braces where its blank is.

Copied from the notices (Fujian 2023 附件2, Guangdong 2022 附件3), not from schemas/. A block is one cell of the printed table.
"""

FUJIAN, GUANGDONG = "fujian-2023", "guangdong-2022"


def cover():
    return [
        "项 目 名 称 {cover_project_name}",
        "申 报 单 位（盖 章） {cover_applicant_name}",
        "推 荐 单 位（盖 章） {cover_recommending_unit}",
        "申 报 日 期 {cover_date}",
        "工业和信息化部编制",
    ]


def title(year):
    return f"{year}年跨行业跨领域工业互联网平台申报书"


def enterprise():
    """Rows of cells; None goes on with the cell to the left, True with the cell above."""
    return [
        ["企业名称", "{ent_name}", None, None, None],
        ["组织机构代\n码", "{ent_org_code}", None, "成立时间", "{ent_established}"],
        ["单位地址", "{ent_address}", None, None, None],
        ["联系人", "姓名", "{contact_name}", "电话", "{contact_phone}"],
        [True, "职务", "{contact_title}", "手机", "{contact_mobile}"],
        [True, "传真", "{contact_fax}", "E-mail", "{contact_email}"],
        ["总资产（万元）", "{ent_total_assets}", None, "负债率", "{ent_debt_ratio}"],
        ["信用等级", "{ent_credit_grade}", None, "上年销售（万元）", "{ent_sales_prev}"],
        ["上年税金（万元）", "{ent_tax_prev}", None, "上年利润（万元）", "{ent_profit_prev}"],
        ["企\n业\n简\n介", "{ent_profile}", None, None, None],
        ["真实\n性承\n诺", "我单位申报的所有材料，均真实、完整，如有不实，愿承担相应的责任。\n\n法定代表人签章：\n公章：\n{pledge_date}", None, None, None],
        ["推荐\n单位", "同意推荐该单位申报%(year)s年跨行业跨领域工业互联网平台。\n推荐单位公章：\n{recommend_date}", None, None, None],
    ]


def platform():
    return [
        ["平台名称", "{platform_name}"],
        ["建设主体", "{platform_owner}"],
        ["建设时间", "{platform_built}"],
        ["投资金额", "{platform_investment}"],
        ["建设方式", "{platform_build_mode:自建}"],
        [True, "{platform_build_mode:合作共建} 请注明合作企业名称{platform_build_partner}"],
        ["IaaS 基础设\n施", "{iaas_mode:自建}"],
        [True, "{iaas_mode:租用} 请注明服务商名称{iaas_vendor}"],
    ]


def blocks(cycle):
    """The indicators' cells: (heading, text). `base` and `since` are put in by the caller."""
    fujian = cycle == FUJIAN
    users = (
        "□注册工业企业用户数：{ind_users_registered}个\n其中，付费工业企业数：{ind_users_paid}个"
        if fujian
        else "□注册企业用户数：{ent_users_registered}个\n其中，工业企业数：{ind_users_registered}个，付费工业企业数：{ind_users_paid}个"
    )
    active = "近一个月至少登陆1次平台且" if fujian else "每月至少登陆1次平台且"
    daily = "（指部署在公有云上的杀手锏工业APP平均每天被调用的次数，同一用户每天调用次数不重复计算）\n□杀手锏APP订阅量：{killer_subscriptions}" if fujian else "（指部署在公有云上的杀手锏工业APP平均每天被调用的次数）"
    return [
        ("1. 平台资源管理能力", ""),
        (
            "1.1 工业设备数量*",
            "□可连接的工业设备/产品/产线种类及数量：{eq_total}台/套\n其中，运行设备{eq_run}台/套；加工设备{eq_proc}台/套；\n行走设备{eq_move}台/套；其它设备{eq_other}台/套\n"
            "（运行设备包括：采矿设备、化工设备、冶炼设备、电力设备、建材设备、动力设备、仪器仪表等；加工设备包括：机床、机器人、电工、电子设备、轻工设备等；行走设备包括：工程机械、农林机械、物流设备、交通设备等；其他设备包括：安全生产设备、污染防治设备等）\n"
            "公有云连接设备{eq_public_cloud}台/套；私有云连接设备{eq_private_cloud}台/套\n基于公有云的工业设备日运行数量：{eq_daily_run}台/套（指每日上传实时运行数据的工业设备数量）\n□工业协议兼容适配数量： {protocol_kinds}种\n"
            "补充说明和分类详细介绍（具体接入及管理的工业设备类型及数量，可兼容的工业协议种类等）：\n{eq_note}",
        ),
        (
            "1.2 工业模型数量*",
            "□工业模型数量：{model_total}个\n其中，研发仿真模型{model_rd_sim}个；业务流程模型{model_biz_process}个；\n行业机理模型{model_mechanism}个；数据算法模型{model_algorithm}个\n补充说明和分类详细介绍（具体禀赋的工业机理模型）：\n{model_note}",
        ),
        (
            "1.3 工业 APP 数量*",
            "□工业 APP 数量：{app_total}个\n其中，自研工业 APP 数量{app_own}个、生态伙伴工业 APP 数量{app_partner}个；\n基于平台开发的工业 APP 数量{app_on_platform}个、传统工业软件云化 APP 数量{app_cloudified}个\n□工业 APP 种类：\n"
            "安全生产{app_kind_safety}个；节能减排{app_kind_energy}个；\n质量管控{app_kind_quality}个；供应链管理{app_kind_supply}个；\n研发设计{app_kind_rd}个；生产制造{app_kind_production}个；\n运营管理{app_kind_operation}个；仓储物流{app_kind_logistics}个；\n运维服务{app_kind_maintenance}个\n"
            "□工业 APP 月活跃数量：{app_monthly_active}个（指当月有用户访问或者调用过的工业 APP 数量）\n补充说明和分类详细介绍（具体的工业 APP 类型）：\n{app_note}",
        ),
        ("1.4 服务工业企业数量*", users + "\n补充说明和分类详细介绍（具体服务的工业企业类型，平台提供了什么产品或服务）：\n{ent_users_note}"),
        (
            "1.5 平台开发者数量*",
            "□第三方开发者注册总数：{dev_registered}个\n□第三方活跃开发者数： {dev_active}个（活跃开发者为" + active + "对平台的工具或者环境进行调用的开发者）\n补充说明和分类详细介绍（每类开发者具体调用了什么工具包、算法模型和微服务）：\n{dev_note}",
        ),
        ("2. 平台核心技术水平", ""),
        (
            "2.1平台技术创新能力*",
            "□平台核心软硬件技术获得的专利数量：{patents}个\n□平台核心软硬件技术获得的软著数量：{software_copyrights}个\n补充说明材料（包含但不限于平台新技术融合情况、对应用及解决方案的支撑能力、技术产品化能力等）：\n{tech_note}",
        ),
        (
            "2.2 平台产品可靠性和安全防护能力",
            "□具有设备和数据接入安全防护手段：{sec_device_access}\n□具有数据安全防护：{sec_data}\n□具有代码安全防护：{sec_code}\n□具有应用安全防护：{sec_app}\n□具有访问安全防护：{sec_access}\n补充说明材料（包括平台安全防护体系和防护能力介绍，获得第三方安全测试认证情况等）：\n{sec_note}",
        ),
        (
            "2.3 自研杀手锏工业 APP 情况*（杀手锏 APP 指平台上订阅用户数最多的 5 个工业 APP）",
            "□支持跨平台调用：{killer_cross_platform}\n□公有云杀手锏 APP 日活：{killer_daily_calls}次\n" + daily + "\n□%(base)s 年月平均收入：{killer_monthly_income}万元（5 个杀手锏 APP 累计月均收入）\n□获评省部级优秀 APP 数量（%(since)s 年以来）：{killer_awards}个\n补充说明和分类详细介绍（提供杀手锏 APP 列表和介绍）：\n{killer_note}",
        ),
        ("3. 平台赋能成效", ""),
        (
            "3.1解决方案供给能力",
            "□覆盖的行业数量：{sol_industries}个\n（行业分类包括煤炭/黑色金属矿开采/石油天然气开采、黑色金属、有色金属、石化化工、建材、医药、纺织、家电、食品、烟草、轻工、机械、汽车、航空/航天、船舶、轨道交通、电子、电力、热力和燃气、建筑业、农业、服务业）\n"
            "□覆盖的领域数量：{sol_domains}个（领域数量是指安全生产、节能减排、质量管控、供应链管理、研发设计、生产制造、运营管理、仓储物流、运维服务九大重点领域）\n□提供有效解决方案数量：{sol_effective}个\n"
            "（有效解决方案指解决方案之间不能有交叉，边界清晰，例如A行业供应链管理、B行业供应链管理、C行业供应链管理，只能认定为1个有效解决方案）\n运用以下技术：\n"
            "5G{sol_tech_5g}、大数据{sol_tech_bigdata}、人工智能{sol_tech_ai}、数字孪生{sol_tech_twin}、区块链{sol_tech_blockchain}、工业AR/VR技术{sol_tech_arvr}\n补充说明和分类详细介绍（提供解决方案列表，详细介绍 5-8个解决方案情况，包括解决的痛点问题、部署方案、预期推广效益等）：\n{sol_note}",
        ),
        (
            "3.2 赋能园区转型成效*（数据均从%(since)s年开始计算）",
            "□累计服务园区数量：{parks_served}个\n□服务园区获评国家级示范园区、工业和信息化部“平台+园区”示范项目数量：\n{parks_national}个\n□服务园区获评省级示范园区数量：{parks_provincial}个\n"
            "补充说明和分类详细介绍（围绕提升园区数字化管理能力和解决园区内企业数字化转型问题，详细介绍3个对园区管理侧和产业侧赋能的标杆案例）：\n{parks_note}",
        ),
        (
            "3.3 赋能行业和领域成效*（数据均从%(since)s年开始计算）",
            "□获评工业和信息化部应用案例：{cases_miit}个\n□获评省级应用案例：{cases_provincial}个\n补充说明和分类详细介绍（列举平台业务量及收入占比最高的 3 个行业{top_industry_1}、{top_industry_2}、{top_industry_3}，3 个领域{top_domain_1}、{top_domain_2}、{top_domain_3}，并介绍 3 个行业/领域标杆案例，包括用户情况与需求、平台建设应用内容、已取得的效益、复制推广计划等）：\n{industry_note}",
        ),
        (
            "3.4 中小企业服务能力*（数据均从%(since)s年开始计算）",
            "□累计服务中小企业数量：{sme_served}个\n□累计服务中小企业合同金额：{sme_contract_amount}万元\n补充说明材料（介绍服务中小企业的创新产品、创新商业模式等）：\n{sme_note}",
        ),
        ("3.5国际业务拓展能力*（介绍国际业务模式，对海外企业提供平台赋能解决方案）：", "{intl_note}"),
        ("4. 平台社会贡献度", ""),
        (
            "4.1稳增长支撑能力*",
            "□服务地方获“六稳”“六保”省部级荣誉数量：{honours_growth}个\n□注册地获“建设信息基础设施和推进产业数字化成效明显市（州）”：{city_award_count}个\n（数据均从%(since)s年开始计算）\n补充说明材料（介绍平台服务地方“六稳”“六保”、工业稳增长等方面发挥的作用）：\n{growth_note}",
        ),
        (
            "4.2“双链”及“双碳”支撑能力",
            "□有效解决方案数量：{dual_solutions}个\n□覆盖的行业数量：{dual_industries}个\n□覆盖的领域数量：{dual_domains}个\n补充说明和分类详细介绍（介绍“双链”、“双碳”解决方案各1个，并介绍推广情况）：\n{dual_note}",
        ),
        ("4.3支撑经济或行业运行分析（介绍平台依托工业互联网平台数据支撑产业经济运行监测分析等情况）", "{econ_analysis_note}"),
        ("4.4部重点工作参与情况（包括承担创新发展工程项目，参与试点示范、“工业互联网平台进园区”“全国工业互联网平台赋能深度行”、工业互联网平台创新合作中心等）", "{ministry_work_note}"),
        (
            "4.5 参与标准制定情况*",
            "□国家标准：{std_national}个，其中牵头制定{std_national_lead}个\n□行业标准：{std_industry}个，其中牵头制定{std_industry_lead}个\n□国际标准：{std_international}个，其中牵头制定{std_international_lead}个\n补充说明和分类详细介绍（提供主导或参与制定的已立项的工业互联网平台领域标准列表，归口标委会等）：\n{std_note}",
        ),
        ("5. 平台可持续发展能力", ""),
        (
            "5.1盈利和融资能力*",
            "□主营业务收入：\n近三年平台相关的累计业务收入：{rev_3y}万元\n%(base)s年平台相关的业务收入：{rev_year}万元\n□主营业务成本：\n近三年平台相关的累计业务成本：{cost_3y}万元\n%(base)s年平台相关的业务成本：{cost_year}万元\n□投资回报率：{roi_pct}%%\n□企业已上市或已获得VC/PE投资：{listed_or_vc}",
        ),
        (
            "5.2公司资源调配能力*",
            "□%(before)s、%(base)s年企业研发投入：{rd_prev}、{rd_base}万元，占主营业务收入{rd_prev_pct}%%、\n{rd_base_pct}%%\n□从业人员数量：{employees}人\n补充说明材料（其他资源投入情况）：\n{resource_note}",
        ),
        ("5.3 生态运营能力（介绍赋能特定行业/区域平台建设、带动行业解决方案服务商发展、产融合作、产教融合、人才培育等情况）", "{eco_note}"),
    ]


def texts():
    return [
        ("（3）工业互联网平台技术架构", "工业互联网平台的技术架构及方案介绍（包含但不限于平台业务框架、功能架构、技术架构、实施架构等）（限2500字）\n{architecture_text}"),
        ("（4）工业互联网平台下一步发展计划", "工业互联网平台下一步研发和运营计划（包含但不限于技术创新、产品升级、产业合作、商业模式拓展等）（限1000字）\n{plan_text}"),
    ]


def ending():
    return ["（5）其他说明材料", "材料清单（作为附件放后）：", "附件1：工业设备清单", "附件2：工业模型清单", "说明：1.请用A4幅面编辑，双面打印并胶装。", "2.正文字体为3号仿宋体，单倍行距。"]
