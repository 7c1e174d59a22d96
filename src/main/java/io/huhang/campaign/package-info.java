/**
 * 通知所确定的事项：日期、数量、方向、类别、日历、时钟。 What the notice fixes: dates, caps, directions, categories,
 * calendar, clock.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.huhang.campaign;
