/**
 * 表格：读取上传的 .xlsx，逐格指出问题（技术）。 Reads uploaded .xlsx and names what is wrong, cell by cell
 * (technique).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "campaign" })
package io.huhang.sheet;
