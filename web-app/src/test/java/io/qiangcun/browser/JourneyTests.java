package io.qiangcun.browser;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All journeys by the order of their stories: one process, one demonstration county. */
@Suite
@SelectPackages("io.qiangcun.browser")
@IncludeClassNamePatterns(".*BrowserTests")
class JourneyTests {}
