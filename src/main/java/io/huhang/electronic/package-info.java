/**
 * 电子材料：读盖章扫描件的二维码，逐件核对、更正，案例、名单和地区申报共用。 Reads the scans of sealed paper and compares
 * electronic sets, for cases, lists and regions alike.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "approval", "attachment", "campaign", "document", "draft", "paper" })
package io.huhang.electronic;
