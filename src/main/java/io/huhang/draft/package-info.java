/** 草稿：填写中的内容，带版本（技术）。 What people have typed so far, with a version (technique). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "campaign" })
package io.huhang.draft;
