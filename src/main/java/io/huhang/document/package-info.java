/**
 * 按附件样式生成文书、指纹、二维码、编页和合订（技术）。 Fills the annexes, fingerprint, QR, paginate and bind
 * (technique).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.huhang.document;
