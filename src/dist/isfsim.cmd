@echo off
rem Starts isfsim from an unpacked release on Windows.
rem   JAVA_HOME         the Java to use (17 or later); else the one on the PATH
rem   ISFSIM_JAVA_OPTS  more options for Java, separated by blanks
rem It was written without a Windows to run it on: tell us what does not work.
setlocal DisableDelayedExpansion
set "ISFSIM_HOME=%~dp0"
if "%ISFSIM_HOME:~-1%"=="\" set "ISFSIM_HOME=%ISFSIM_HOME:~0,-1%"
set "ISFSIM_JAVA=java.exe"
if defined JAVA_HOME set "ISFSIM_JAVA=%JAVA_HOME%\bin\java.exe"
set "ISFSIM_JAR="
for %%j in ("%ISFSIM_HOME%\program\isfsim-*.jar") do set "ISFSIM_JAR=%%~fj"
if not defined ISFSIM_JAR echo isfsim: there is no program in "%ISFSIM_HOME%\program" 1>&2& exit /b 1
"%ISFSIM_JAVA%" -Xlog:disable -Xlog:all=error:stderr -XX:+UseParallelGC "-Disfsim.home=%ISFSIM_HOME%" "-Disfsim.compiled=%ISFSIM_HOME%\program\compiled" %ISFSIM_JAVA_OPTS% -jar "%ISFSIM_JAR%" %*
exit /b %ERRORLEVEL%
