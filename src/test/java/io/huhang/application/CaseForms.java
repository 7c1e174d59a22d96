package io.huhang.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.huhang.organization.UnifiedCode;

/** Two right forms of annex 1 to start from; a test says only what it changes. */
public final class CaseForms {

	/** Code of the enterprise of {@link #aCase()}. */
	public static final String INDUSTRIAL_CODE = "91330000733796106P";

	/** Code of the enterprise of {@link #aTelecomCase()}. */
	public static final String TELECOM_CODE = "91330100799655058B";

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Map<String, Object> values = new LinkedHashMap<>();

	private CaseForms() {
	}

	/** A manufacturer of 浙江 in direction D1. */
	public static CaseForms aCase() {
		return common().with("caseName", "智能装备制造企业工业互联网安全分类分级实践")
			.with("unitName", "之江示例装备制造有限公司")
			.with("unifiedCode", INDUSTRIAL_CODE)
			.with("establishedOn", "2001-11-30")
			.with("address", "浙江省杭州市滨江区示例路1号")
			.with("registeredCapitalWan", "12000.5")
			.with("ownership", "PRIVATE")
			.with("contactName", "陈静怡")
			.with("contactPhone", "13800138000")
			.with("fax", "无")
			.with("email", "chen@zhijiang.example.com")
			.with("categories", List.of("INDUSTRIAL", "PLATFORM"))
			.with("direction", "D1")
			.with("industrialLevel", "三级")
			.with("profile", "公司成立于2001年，主营高端数控机床，2024年营业收入12亿元，建有5G工厂2个、数字工厂1个。")
			.with("overview", "公司按照《工业互联网安全分类分级管理办法》建立网络安全管理制度，完成自主定级、分级防护、符合性评测和安全整改。\n2024年完成三级评测。")
			.with("results", "2024年发现并消除安全风险46项，防护达标率由71%提升到98%，做法已在3家配套企业推广。")
			.with("signer", "周立群")
			.with("summary", "按三级要求完成定级、防护、评测、整改全流程，消除风险46项。");
	}

	/** A carrier of 浙江 in direction D5. */
	public static CaseForms aTelecomCase() {
		return common().with("caseName", "面向工业企业互联网专线的威胁监测服务")
			.with("unitName", "钱塘示例通信有限公司")
			.with("unifiedCode", TELECOM_CODE)
			.with("establishedOn", "2007-03")
			.with("address", "浙江省杭州市上城区示例大道88号")
			.with("registeredCapitalWan", "2117000")
			.with("ownership", "STATE_HOLDING")
			.with("contactName", "吴启明")
			.with("contactPhone", "0571-87654321")
			.with("fax", "0571-87654322")
			.with("email", "wu@qiantang.example.com")
			.with("categories", List.of("TELECOM"))
			.with("direction", "D5")
			.with("profile", "公司是基础电信企业，服务浙江省工业企业专线用户2.3万家，建有省级安全运营中心。")
			.with("overview", "公司对工业企业互联网专线流量进行汇聚和监测分析，结果上报省级工业互联网安全技术平台。")
			.with("results", "2024年监测工业企业1260家，发现网络攻击3.4万次，通报处置重点事件215起。")
			.with("signer", "郑海峰")
			.with("summary", "汇聚专线流量监测1260家工业企业，通报处置事件215起。");
	}

	/** A right code of one of a million invented enterprises. */
	public static String code(int enterprise) {
		return code("330000", enterprise);
	}

	/** The same of an enterprise that an office of this region registered. */
	public static String code(String region, int enterprise) {
		String start = "91%sMA%06d".formatted(region, enterprise);
		return "0123456789X".chars()
			.mapToObj(check -> start + (char) check)
			.flatMap(digits -> UnifiedCode.ALPHABET.chars().mapToObj(last -> digits + (char) last))
			.filter(code -> UnifiedCode.fault(code).isEmpty() && UnifiedCode.doubt(code).isEmpty())
			.findFirst()
			.orElseThrow();
	}

	/** The same form with this text in this field. */
	public CaseForms with(String key, String text) {
		this.values.put(key, text);
		return this;
	}

	/** The same form with these codes in this field. */
	public CaseForms with(String key, List<String> codes) {
		this.values.put(key, codes);
		return this;
	}

	/** The same form with this file as everything that its direction asks for. */
	public CaseForms provenBy(String fileId) {
		List<EvidenceSlot> slots = Checks.slots((String) this.values.get("direction"));
		this.values.put("evidence", EvidencePlan.of(fileId, slots));
		return this;
	}

	/** The same form with this field left empty. */
	public CaseForms without(String key) {
		this.values.remove(key);
		return this;
	}

	/** What the fields hold, as the form sends it. */
	public Map<String, Object> values() {
		return Map.copyOf(this.values);
	}

	/** The form; a key that it does not know fails the test. */
	public CaseForm form() {
		return JSON.convertValue(this.values, CaseForm.class);
	}

	private static CaseForms common() {
		return new CaseForms().with("filingDate", "2024-11-11")
			.with("signerRole", "LEGAL_REPRESENTATIVE")
			.with("workFrom", "2023-10")
			.with("workTo", "2024-10")
			.with("ownsRights", "true")
			.with("appliesAlone", "true")
			.with("noSecrets", "true");
	}

}
