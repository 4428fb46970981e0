# Importing published tables.

# A file that cannot be imported at all.
import-empty = O ficheiro está vazio. Escolha outro ficheiro.
import-utf16 = O ficheiro está escrito em UTF-16. Guarde-o como CSV em UTF-8 e tente de novo.
import-spreadsheet = O ficheiro é uma folha de cálculo ou um arquivo comprimido. Guarde a tabela como CSV e tente de novo.
import-too-large = O ficheiro tem mais de 1 GiB depois de descomprimido. Divida-o e importe as partes.
import-broken = O ficheiro não pode ser lido até ao fim. Obtenha-o de novo. Motivo: { $reason }
import-not-this-format = Isto não é um cabeçalho deste formato. Verifique o formato e se a primeira linha indica as colunas.
import-column-missing = A coluna falta. Acrescente-a ou verifique o formato.
import-column-twice = A coluna está duas vezes no cabeçalho. Deixe só uma.
import-too-many-columns = O cabeçalho tem mais de 200 colunas. Retire as que não são precisas.
import-too-many-rows = O ficheiro tem mais de 5 000 000 de linhas. Divida-o e importe as partes.
import-too-many-texts = Uma coluna tem mais de 1 000 000 de textos diferentes. Não é uma coluna de códigos.

# A row that is refused.
import-line-too-long = A linha tem mais de 65 536 bytes. Veja se falta um fim de linha.
import-quote-open = Há aspas por fechar nesta linha. Feche-as.
import-text-after-quote = Há texto depois das aspas de fecho. Duplique as aspas dentro da célula.
import-cell-count = Células nesta linha: { $cells }. Colunas no cabeçalho: { $columns }.
import-cell-too-long = A célula tem mais de 1000 caracteres.
import-not-a-day = Não é um dia como 2023-06-30: { $value }
import-not-a-year = Não é um ano nem um intervalo de anos de 1900 a 2100: { $value }
import-not-a-quarter = Não é um trimestre de Q1 a Q4: { $value }
import-not-a-flag = Não é 1, 0, -99 nem vazio: { $value }
import-not-a-count = Não é um número inteiro nem <5: { $value }
import-not-in-list = Não é um valor desta coluna: { $value }
import-not-a-country-code = Não é um código de país da ISO 3166-1: { $value }
import-question-not-count = O número de uma pergunta do questionário está no lugar de uma contagem. Pergunte à fonte.

# What was kept but is worth knowing. $rows: how many lines it concerns.
import-note-lines-above = Linhas acima do cabeçalho, deixadas de fora: { $lines }
import-note-index-column = Esta coluna só numera as linhas. Fica de fora.
import-note-unknown-column = Esta coluna não é conhecida. Fica guardada como texto e não é contada.
import-note-column-absent = O ficheiro não tem esta coluna. Conta como não perguntada.
import-note-latin = Não está em UTF-8: lido como Latin-1. Linhas em causa: { $rows }
import-note-empty-line = Linhas vazias, que não contam: { $rows }
import-note-repeated-line = Linhas que já estão no ficheiro, guardadas: { $rows }
import-note-former-country = Um país que já não existe, guardado como tal: { $value }. Linhas: { $rows }
import-note-unrecognised-country = Nenhum país é conhecido por este nome, guardado como não reconhecido: { $value }. Linhas: { $rows }

# What the command says at its end.
import-command-format = Formato do ficheiro: ctdc, glotip ou uk-nrm
import-command-file = A tabela: CSV, simples ou gzip
import-done = Linhas no ficheiro: { $in }. Guardadas: { $stored }. Recusadas, cada uma com a sua linha acima: { $refused }.
import-known = Este ficheiro já foi importado em: { $day }. Nada foi acrescentado.
import-nothing-stored = Nenhuma linha pôde ser guardada.
import-more-complaints = Outras observações que não estão na lista: { $count }
import-file-unreadable = O ficheiro não pode ser aberto. Verifique o nome e o direito de o ler. Motivo: { $reason }

# Formats and shapes of files; names of published tables stay as their publishers write them.
import-format-ctdc = Counter-Trafficking Data Collaborative (CTDC): vítimas assistidas ou identificadas
import-format-glotip = UNODC: tráfico de pessoas, vítimas detetadas e autores por país
import-format-uk-nrm = Reino Unido: National Referral Mechanism, dever de notificar, pequenas embarcações
import-profile-ctdc-victims-27 = Global Synthetic Dataset: vítimas
import-profile-ctdc-victims-63 = Global Dataset, k-anonimizado: vítimas
import-profile-ctdc-perpetrators-16 = Global Victim-Perpetrator Synthetic Dataset
import-profile-glotip = Tráfico de pessoas por país (GLOTIP)
import-profile-uk-referrals = National Referral Mechanism: encaminhamentos de um trimestre
import-profile-uk-referrals-series = National Referral Mechanism: encaminhamentos desde 2009
import-profile-uk-reasonable-grounds = National Referral Mechanism: decisões sobre motivos razoáveis
import-profile-uk-conclusive-grounds = National Referral Mechanism: decisões sobre motivos conclusivos
import-profile-uk-duty-to-notify = Dever de notificar: um trimestre por nacionalidade
import-profile-uk-duty-to-notify-series = Dever de notificar desde 2015
import-profile-uk-small-boat-referrals = Pessoas chegadas em pequenas embarcações: encaminhadas ou não
import-profile-uk-small-boat-outcomes = Pessoas chegadas em pequenas embarcações: decisões após o encaminhamento
import-profile-uk-irregular-migration = Chegadas irregulares detetadas
import-profile-uk-age-disputes = Idades contestadas

# Attribution that the publishers ask for.
import-source-ctdc = Fonte: Counter-Trafficking Data Collaborative (CTDC)
import-source-glotip = Fonte: UNODC, dados do Relatório Global sobre o Tráfico de Pessoas
import-source-uk-nrm = Fonte: Home Office do Reino Unido, Open Government Licence v3.0
