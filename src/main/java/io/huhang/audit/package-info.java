/** 操作留痕：谁在何时对何事项做了什么。 Append-only, chained record of who changed what. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "campaign" })
package io.huhang.audit;
