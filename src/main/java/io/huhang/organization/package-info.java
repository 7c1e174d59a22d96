/** 申报单位、地方主管部门及其人员。 Enterprises, authorities and their people. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "campaign", "audit", "mail", "sheet" })
package io.huhang.organization;
