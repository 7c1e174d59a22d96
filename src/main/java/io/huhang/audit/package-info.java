/** 操作留痕：谁在何时对何事项做了什么。 Append-only record of who changed what. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.huhang.audit;
