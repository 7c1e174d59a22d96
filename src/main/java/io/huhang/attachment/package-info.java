/** 证明材料等文件：按内容存放、按内容识别类型。 Files: content-addressed store and type check. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "campaign" })
package io.huhang.attachment;
