/** 邮件：登记、发送、重试、重发（技术）。 Letters: record, send, retry, resend (technique). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "campaign" })
package io.huhang.mail;
